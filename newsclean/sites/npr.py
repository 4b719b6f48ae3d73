"""NPR."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="npr",
    hosts=("npr.org",),
    outlets=("NPR",),
    layouts=(
        Layout(name="2018", marker="#storytext", body="#storytext"),
        Layout(name="transcript", marker=".transcript", body=".transcript"),
    ),
    rules=(
        drop(
            "other",
            name="audio",
            css=".audio-module-tools, .audio-module-controls-wrap, .audio-module, .transcript-controls",
        ),
        drop(
            "caption",
            css=".credit-caption, .caption-wrap, .image .caption",
            text="toggle caption|hide caption|Enlarge this image",
        ),
        drop("advert", css=".ad-wrap", text="Sponsor Message"),
        drop("related", css=".internallink, .bucketwrap.internallink, .related-stories"),
        drop(
            "disclosure",
            css=".disclaimer",
            text=r"(?:Accuracy and availability of NPR transcripts may vary|Copyright © \d{4} NPR\. All rights reserved|NPR transcripts are created on a rush deadline).{0,600}",
        ),
    ),
    lines=(
        "toggle caption|hide caption",
        "Sponsor Message",
        "Enlarge this image",
        r"Copyright © \d{4} NPR\..{0,400}",
        r"Accuracy and availability of NPR transcripts may vary\..{0,400}",
        r"Listen · ?\d+:\d\d.{0,40}",
    ),
    packs=(ENGLISH,),
)
