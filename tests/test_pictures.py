"""Pictures: the main one, the story's figures, captions and credits."""

from __future__ import annotations

import pytest

from newsclean.steps.pictures import parted

from .field_pages import STORY, fields_of, page_of, story_of

BASE = "https://www.ferry-post.example"
FIGURE = "<figure><img src=/b.jpg alt='A bridge'><figcaption>The bridge at noon. Photo: Ada Quill</figcaption></figure>"


def test_the_main_picture_has_what_its_figure_says() -> None:
    fields = fields_of(page_of("<meta property=og:image content='/img/b.jpg?w=1200'>", story=FIGURE + STORY))
    (image,) = fields.images
    assert (image.url, image.is_main) == (BASE + "/img/b.jpg?w=1200", True)
    assert (image.caption, image.credit, image.alt) == ("The bridge at noon.", "Ada Quill", "A bridge")


def test_other_figures_of_the_story_follow() -> None:
    other = "<figure><img data-src=/c.jpg><figcaption>The ferry</figcaption></figure>"
    first, second = STORY.split("</p>", 1)
    fields = fields_of(page_of("<meta property=og:image content='/a.jpg'>", story=f"{first}</p>{other}{second}"))
    assert [(image.url, image.caption, image.is_main) for image in fields.images] == [
        (BASE + "/a.jpg", None, True),
        (BASE + "/c.jpg", "The ferry", False),
    ]


def test_declared_caption_and_credit() -> None:
    image = {"@type": "ImageObject", "url": BASE + "/a.jpg", "caption": "The bridge", "creditText": "Ada Quill"}
    (got,) = fields_of(page_of(jsonld=story_of(image=[image]))).images
    assert (got.caption, got.credit, got.is_main) == ("The bridge", "Ada Quill", True)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The bridge at noon. (Photo: Ada Quill)", "The bridge at noon.", "Ada Quill"),
        ("Die Brücke am Mittag Foto: Ada Quill/dpa", "Die Brücke am Mittag", "Ada Quill/dpa"),
        ("The bridge at noon © Ada Quill", "The bridge at noon", "Ada Quill"),
        ("The bridge at noon. REUTERS/Ada Quill", "The bridge at noon.", "REUTERS/Ada Quill"),
        ("The bridge at noon (Ada Quill/ABC)", "The bridge at noon", "Ada Quill/ABC"),
        ("The bridge at noon (left) and the ferry", "The bridge at noon (left) and the ferry", None),
        ("Bild: Ada Quill", None, "Ada Quill"),
        ("", None, None),
    ],
)
def test_caption_and_credit(line: str, caption: str | None, credit: str | None) -> None:
    assert parted(line) == (caption, credit)


@pytest.mark.parametrize("value", [None, 5, [], {}, [[]], {"url": {"url": 3}}, "data:image/png;base64,x", ["x" * 5000]])
def test_what_is_no_picture(value: object) -> None:
    images = fields_of(page_of(jsonld=story_of(image=value))).images
    assert all(image.url.startswith("https://") for image in images)
