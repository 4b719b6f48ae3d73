"""The Washington Times."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="washington_times",
    hosts=("washingtontimes.com",),
    outlets=(
        "The Washington Times",
        "Washington Times",
    ),
    layouts=(Layout(name="bigtext", marker=".bigtext", body=".bigtext"),),
    rules=(
        drop("comments", css="#comment-policy, #comments", text=r"Please read our comment policy before commenting\.?"),
        drop("related", name="see-also", text="SEE ALSO: ?.{5,200}|Read more: ?.{5,200}"),
        drop(
            "copyright",
            text=r"(?:•|Copyright ©?|©) ?.{0,20}The Washington Times, LLC.{0,120}|Click here for reprint permission\.?",
        ),
    ),
    lines=(
        r"Please read our comment policy before commenting\.?",
        r"Copyright © \d{4} The Washington Times, LLC\..*",
        "- - Thursday.*|By .{3,40} - The Washington Times - .{5,60}",
        "Story Topics|Question of the Day",
    ),
    packs=(ENGLISH,),
)
