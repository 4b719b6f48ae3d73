"""Plugins written, tried, shared, converted and watched: what `newsclean sites` does beyond listing them."""

import json
import os
import re
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import newsclean
from newsclean.authoring import index
from newsclean.authoring.check import nested
from newsclean.authoring.files import from_data, to_toml
from newsclean.authoring.ftr import convert, to_css
from newsclean.authoring.guess import guess, name_of
from newsclean.authoring.scrub import scrub, words
from newsclean.cli import main
from newsclean.errors import PluginError
from newsclean.plugin import Layout, Site, drop, keep

ROOT = Path(__file__).parent.parent
A = "The harbour board met on Monday to hear how the first winter of the night ferry had gone, and heard mostly good."
B = "Tickets sold out on eleven evenings, the clerk said, and on two of them people were turned away in the rain."
C = "A second boat will be chartered from March, if the council agrees to pay for its lamps and for its crew."
D = "The pilots want a light on the outer mole first, and have offered to carry the stones for it themselves."
URL = "https://www.quayside-post.test/news/night-ferry-pays-its-way"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Night ferry pays its way - Quayside Post</title>
<link rel="canonical" href="{URL}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Night ferry pays its way"}}</script>
<script>var tracker = "the harbour board met on Monday";</script></head>
<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<h1>Night ferry pays its way</h1><div class="qp-byline">By Ada Lund</div>
<div class="qp-layout__x81Za"><div class="qp-story">
<p>{A}</p><p>{B}</p>
<div class="qp-related"><p>Also read</p><ul><li><a href="/1">Lamps of the quay</a></li></ul></div>
<p>{C}</p><div class="qp-share"><a href="#">Share on Facebook</a></div><p>{D}</p>
</div></div><footer>Quayside Post Limited</footer></body></html>
"""


def run(*args, code=0):
    done = CliRunner().invoke(main, [*map(str, args)])
    assert done.exit_code == code, done.output
    return done.output


@pytest.fixture
def saved(tmp_path):
    file = tmp_path / "saved.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


# ------------------------------------------------------------------ TOML


@pytest.mark.parametrize("plugin", [*index.sites(), *index.platforms()], ids=lambda p: p.name)
def test_toml_says_all_that_a_plugin_says(plugin):
    if plugin.refine or plugin.related:
        with pytest.raises(PluginError, match="has a function"):
            to_toml(plugin)
    else:
        assert from_data(tomllib.loads(to_toml(plugin))) == plugin


TOML = """
name = "quayside"
hosts = ["quayside-post.test"]
packs = ["english"]
[[layouts]]
name = "now"
marker = ".qp-story"
body = ".qp-story"
[[rules]]
label = "related"
css = ".qp-related"
text = "Also read"
take_next = 2
"""


def test_a_toml_file_cleans_pages_and_dumps(tmp_path, saved):
    file = tmp_path / "quayside.toml"
    file.write_text(TOML, encoding="utf-8")
    site = newsclean.load_site(file)
    assert newsclean.clean(PAGE, site=site).text == "\n\n".join((A, B, C, D))
    assert newsclean.clean(f"{A}\n\nAlso read\n\nLamps\n\n{B}", site=site, kind="text").text == f"{A}\n\n{B}"
    record = json.loads(run("clean", "--plugin", file, "-q", saved))
    assert record["provenance"]["cleaner"] == "quayside/now"
    run("clean", "--plugin", file, "--site", "reuters", saved, code=2)


@pytest.mark.parametrize(
    "source, said",
    [
        ("name = ", "no TOML"),
        ("hosts = ['x.test']", "name is missing"),
        ("name = 'x'\nhost = 'x.test'", "unknown key 'host'"),
        ("name = 'x'\nhosts = 'x.test'", "hosts is a list"),
        ("name = 'x'\npacks = ['englisch']", "no pack is called 'englisch'"),
        ("name = 'x'\nplatform = 'wordpres'", "no platform is called 'wordpres'"),
        ("name = 'x'\n[[rules]]\naction = 'remove'\nlabel = 'other'\ncss = 'p'", "action is one of"),
        ("name = 'x'\n[[rules]]\nlabel = 'ads'\ncss = 'p'", "unknown label 'ads'"),
        ("name = 'x'\n[[rules]]\nlabel = 'other'\ncss = 'p'\ntake = 3", "unexpected keyword argument 'take'"),
        ("name = 'x'\n[[layouts]]\nname = 'now'\nmarker = 'p'", "body"),
        ("name = 'x'\nrefine = 'os.system'", "unknown key 'refine'"),
        ("name = 'x'\nlayouts = ['p']", r"write \[\[layouts\]\]"),
    ],
)
def test_a_wrong_toml_file_is_refused_in_words_that_help(tmp_path, source, said):
    file = tmp_path / "x.toml"
    file.write_text(source, encoding="utf-8")
    with pytest.raises(PluginError, match=said) as error:
        newsclean.load_site(file)
    assert str(file) in str(error.value)


def test_a_python_file_is_read_and_a_broken_one_is_named(tmp_path):
    file = tmp_path / "mine.py"
    file.write_text("from newsclean.plugin import Site\nSITE = Site(name='mine', hosts=('mine.test',))\n")
    assert newsclean.load_site(file).name == "mine"
    file.write_text("1 / 0\n")
    with pytest.raises(PluginError, match=r"mine\.py: ZeroDivisionError"):
        newsclean.load_site(file)
    file.write_text("x = 1\n")
    with pytest.raises(PluginError, match="has no SITE"):
        newsclean.load_site(file)


# ------------------------------------------------------------------ new, test, show


@pytest.mark.parametrize("form", ["py", "toml"])
def test_new_writes_a_plugin_whose_first_test_passes(tmp_path, saved, form):
    said = run("sites", "new", saved, "--to", tmp_path, *(["--toml"] if form == "toml" else []))
    file = tmp_path / f"quayside_post.{form}"
    assert f"sites test quayside_post --plugin {file}" in said
    assert "is this a notice? 'Also read'" in said
    site = newsclean.load_site(file)
    assert site.hosts == ("quayside-post.test",)
    assert site.layouts[0].body == ".qp-story"
    assert {rule.css for rule in site.rules} == {".qp-related", ".qp-share"}
    assert site.fields == {"authors": ".qp-byline"}
    root = tmp_path / "fixtures"
    assert "ok" in run("sites", "test", "--plugin", file, "--root", root)
    assert "0 errors" in run("sites", "check", "--plugin", file, "--root", root)
    assert "quayside_post/qp-related" in run("sites", "show", "--plugin", file)
    page = (root / "sites/quayside_post/first/page.html").read_text(encoding="utf-8")
    assert "harbour board" not in page
    run("sites", "new", saved, "--to", tmp_path, *(["--toml"] if form == "toml" else []), code=5)
    assert newsclean.clean(PAGE, site=site).text == "\n\n".join((A, B, C, D))


def test_new_says_which_part_of_the_story_its_scope_does_not_hold(tmp_path):
    lead = "It has earned its keep in one winter, the board told a full hall of captains on Monday evening."
    more = "".join(f"<p>{text.replace('the', how)}</p>" for how in ("that", "every") for text in (A, B, C, D))
    page = tmp_path / "page.html"
    inside = PAGE.replace("</div></div><footer>", f"{more}</div></div><footer>")
    page.write_text(inside.replace('<div class="qp-story">', f'<p class="qp-lead">{lead}</p><div class="qp-story">'))
    said = run("sites", "new", page, "--to", tmp_path)
    assert f"layout: part of the story? '{lead[:60]}...' stands outside .qp-story" in said


def test_new_asks_for_an_address_and_refuses_a_page_without_a_story(tmp_path):
    file = tmp_path / "page.html"
    file.write_text("<html><body><p>" + A + "</p></body></html>", encoding="utf-8")
    assert "--url" in run("sites", "new", file, "--to", tmp_path, code=2)
    file.write_text("<html><body></body></html>", encoding="utf-8")
    run("sites", "new", file, "--to", tmp_path, "--url", URL, code=4)


def test_test_says_field_by_field_what_is_wrong(tmp_path, saved):
    run("sites", "new", saved, "--to", tmp_path)
    record = tmp_path / "fixtures/sites/quayside_post/first/article.json"
    held = json.loads(record.read_text(encoding="utf-8"))
    record.write_text(json.dumps({**held, "title": "Another"}), encoding="utf-8")
    said = run("sites", "test", "--plugin", tmp_path / "quayside_post.py", "--root", tmp_path / "fixtures", code=1)
    assert "title: expected 'Another'" in said
    call = ("sites", "test", "--plugin", tmp_path / "quayside_post.py", "--root", tmp_path / "fixtures")
    record.unlink()
    assert "there is no record yet" in run(*call, code=1)
    assert "wrote" in run(*call, "--write")
    assert json.loads(record.read_text(encoding="utf-8")) == held


@pytest.mark.parametrize(
    "host, name",
    [("www.example-gazette.co.uk", "example_gazette"), ("163.com", "site_163"), ("news.sky.com", "news")],
)
def test_names_from_hosts(host, name):
    assert name_of(host) == name


def test_drawn_names_are_left_out_of_selectors():
    page = PAGE.replace('class="qp-story"', 'class="qp-text__x81Za css-1a2b3c"')
    layout = guess(page, URL).site.layouts[0]
    assert layout.body == "[class*='qp-text']"


# ------------------------------------------------------------------ scrub


def test_scrub_keeps_the_markup_and_none_of_the_prose(saved):
    made = run("sites", "scrub", saved)
    assert re.findall(r"<[a-z]+", made) == re.findall(r"<[a-z]+", PAGE)
    kept = {word.lower() for word in words(re.sub("<[^>]*>", " ", made))}
    for paragraph in (A, B, C, D):
        assert not kept & ({word.lower() for word in words(paragraph)} - {"monday", "march", "lamps"})
    for notice in ("Also read", "Share on Facebook", "By Ada Lund", "Home"):
        assert notice in made
    assert "tracker" not in made
    assert scrub(PAGE) == made


def test_scrub_gives_the_same_word_everywhere():
    made = scrub(PAGE)
    title = re.search(r"<title>(.*?)<", made)[1].partition(" - ")[0]
    assert f'"headline": "{title}"' in made
    assert title != "Night ferry pays its way"


# ------------------------------------------------------------------ check


def check(tmp_path, source, code=1):
    file = tmp_path / "x.toml"
    file.write_text(source, encoding="utf-8")
    return run("sites", "check", "--plugin", file, "--root", tmp_path / "fixtures", code=code)


def test_check_names_file_and_fix(tmp_path):
    rule = "[[rules]]\nlabel = 'other'\n"
    said = check(tmp_path, f"name = 'x'\nhosts = ['reuters.com']\n{rule}text = '(\\w+ ?)+:'")
    assert f"{tmp_path}/x.toml: error: the host 'reuters.com' is claimed by 'reuters'" in said
    assert "x/other: a repetition inside a repetition" in said
    assert "no case" in said
    assert "the name 'reuters' is taken" in check(tmp_path, "name = 'reuters'")
    assert "pattern cannot be read" in check(tmp_path, f"name = 'x'\n{rule}text = '('")
    assert "does nothing for dumps" in check(tmp_path, f"name = 'x'\n{rule}css = '.x'")


def test_check_finds_dead_rules_and_layouts(tmp_path, saved):
    run("sites", "new", saved, "--to", tmp_path, "--toml")
    file = tmp_path / "quayside_post.toml"
    more = "[[layouts]]\nname='old'\nmarker='.old'\nbody='.old'\n[[rules]]\nlabel='other'\nname='gone'\ncss='.gone'\n"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    said = run("sites", "check", "--plugin", file, "--root", tmp_path / "fixtures", code=1)
    assert "quayside_post/gone: fires in no case" in said
    assert "layout 'old': no case uses it" in said


@pytest.mark.parametrize("pattern", [r"(\w+ ?)+:", r"(?:a+)+", r"((x*)*)y", r"(?:\s*\w*)*"])
def test_nested_repetitions_are_found(pattern):
    assert nested(pattern)


@pytest.mark.parametrize("pattern", [r"(?:Hide Ad(?:\s+Ad)*)+", r"\w+ \w+", r"(?:\w+,)+", r"(?:a{1,3}b)+"])
def test_harmless_repetitions_are_not(pattern):
    assert not nested(pattern)


def test_all_that_is_written_from_the_plugins_is_current():
    assert index.stale(ROOT / "docs/sites.md", ROOT / "fixtures/sites") == [], "run `newsclean sites index`"
    run("sites", "index", "--check", "--docs", ROOT / "docs/sites.md", "--root", ROOT / "fixtures")


# ------------------------------------------------------------------ full-text RSS


@pytest.mark.parametrize(
    "xpath, css",
    [
        ("//div[@id='story']", "div#story"),
        ('//div[@class="story-body"]', "div[class='story-body']"),
        ("//div[contains(concat(' ',normalize-space(@class),' '),' entry ')]", "div.entry"),
        ("//*[contains(@class, 'text')]//p", "[class*='text'] p"),
        ("//article/section | //main", "article > section, main"),
        ("//a[starts-with(@href, '/tag') and @rel='tag']", "a[href^='/tag'][rel='tag']"),
        ("//meta[@content]", "meta[content]"),
    ],
)
def test_xpath_to_css(xpath, css):
    assert to_css(xpath) == css


@pytest.mark.parametrize("xpath", ["//div[2]", "//p[text()='Ad']", "//div/following::p", "substring-after(//p, 'x')"])
def test_an_xpath_that_is_no_css_is_refused(xpath):
    with pytest.raises(PluginError):
        to_css(xpath)


FTR = """# Quayside Post
title: //h1[@class='head']
author: //div[contains(@class, 'qp-byline')]
body: //div[@class='qp-story']
strip: //div[contains(@class, 'qp-related')]
strip_id_or_class: qp-share
strip: //p[position()=2]
http_header(user-agent): x
titl: //h2
prune: no
test_url: https://www.quayside-post.test/1
"""


def test_import_ftr_converts_and_reports(tmp_path):
    (tmp_path / "ftr").mkdir()
    (tmp_path / "ftr" / "quayside-post.test.txt").write_text(FTR, encoding="utf-8")
    (tmp_path / "ftr" / ".nothing.test.txt").write_text("prune: no\n", encoding="utf-8")
    said = run("sites", "import-ftr", tmp_path / "ftr", "--to", tmp_path / "out")
    for line in ("position()=2", "http_header", "titl", "no body that can be converted"):
        assert line in said
    site = newsclean.load_site(tmp_path / "out" / "quayside-post.test.toml")
    assert newsclean.clean(PAGE, site=site).text == "\n\n".join((A, B, C, D))


def test_a_bad_ftr_selector_costs_its_line_only():
    made = convert("body: //div[@id='a']\nstrip: //div[last()]\n", ".example.test")
    assert made.site.hosts == ("example.test",)
    assert len(made.left) == 1


# ------------------------------------------------------------------ health


def test_health_sees_a_redesign_and_a_short_body(tmp_path):
    body = " ".join((A, B, C, D) * 4)
    ld = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": body})}</script>'
    url = "https://www.theguardian.com/world/2026/mar/12/ferry"
    head = f'<head><title>Ferry</title><link rel="canonical" href="{url}">'
    story = f"<p>{A}</p><p>{B}</p><p>{C}</p>"
    locked = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    pages = {
        "good": f"<html>{head}</head><body><div data-gu-name='body'><div id=maincontent>{story}</div></div></body></html>",
        "redesign": f"<html>{head}</head><body><div class=new-look>{story}</div></body></html>",
        "short": f"<html>{head}{ld}{locked}</head><body><div data-gu-name='body'><div id=maincontent>{story}</div></div>",
    }
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    said = run("sites", "health", tmp_path, code=1)
    assert "the_guardian: no layout fits" in said
    assert "redesign.html" in said
    assert "the_guardian/rich-link fired on none of 3 pages" in said
    found = json.loads(run("sites", "health", tmp_path, "--json"))
    assert found["the_guardian"]["pages"] == 3
    before = tmp_path / "before.json"
    found["the_guardian"]["fired"] = {"the_guardian/lightbox": 2}
    before.write_text(json.dumps(found), encoding="utf-8")
    said = run("sites", "health", tmp_path, "--baseline", before, code=1)
    assert "the_guardian/lightbox fired on none" in said
    assert "rich-link" not in said


# ------------------------------------------------------------------ third parties


PYPROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "newsclean-quayside"
version = "1.0"
[project.entry-points."newsclean.sites"]
quayside = "quayside:SITE"
[tool.hatch.build.targets.wheel]
only-include = ["quayside.py"]
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A package with a plugin, built and installed into a folder of its own; the environment that sees it."""
    folder = tmp_path_factory.mktemp("package")
    source = Site(
        name="quayside",
        hosts=("quayside-post.test",),
        layouts=(Layout(name="now", marker=".qp-story", body=".qp-story"),),
        rules=(drop("related", css=".qp-related"), drop("share", css=".qp-share"), keep(text="Never")),
    )
    module = f"from newsclean.plugin import *\nSITE = {source!r}\n"
    (folder / "quayside.py").write_text(module, encoding="utf-8")
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    target = folder / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", str(target), str(folder)], check=True, timeout=120)
    case = folder / "fixtures/sites/quayside/first"
    case.mkdir(parents=True)
    (case / "page.html").write_text(PAGE, encoding="utf-8")
    (case / "case.toml").write_text(f'url = "{URL}"\n', encoding="utf-8")
    return folder, {**os.environ, "PYTHONPATH": os.pathsep.join((str(target), str(ROOT)))}


def command(installed, *args, code=0):
    folder, env = installed
    done = subprocess.run(
        [sys.executable, *args], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_an_installed_package_is_found_and_its_cases_are_tests(installed):
    code = textwrap.dedent(
        """
        import newsclean
        from pathlib import Path
        page = Path("fixtures/sites/quayside/first/page.html").read_text()
        article = newsclean.clean(page)
        assert article.provenance.cleaner == "quayside/now", article.provenance.cleaner
        assert "Also read" not in article.text
        assert newsclean.site_for("https://quayside-post.test/x") == "quayside"
        """
    )
    command(installed, "-c", code)
    cli = "from newsclean.cli import main; main()"
    assert "quayside/now" in command(installed, "-c", cli, "fixtures", "update", "quayside", code=0)
    pytest_run = ("-m", "pytest", "-p", "newsclean.testing", "-v", "fixtures")
    said = command(installed, *pytest_run)
    assert "page.html-title PASSED" in said
    assert "page.html-body PASSED" in said
    record = installed[0] / "fixtures/sites/quayside/first/article.json"
    held = json.loads(record.read_text(encoding="utf-8"))
    record.write_text(json.dumps({**held, "title": "Another"}), encoding="utf-8")
    said = command(installed, *pytest_run, code=1)
    assert "page.html-title FAILED" in said
    assert "expected 'Another'" in said
    assert "Traceback" not in said
