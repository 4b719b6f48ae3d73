"""National Geographic."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="national_geographic",
    hosts=("nationalgeographic.com",),
    outlets=("National Geographic",),
    layouts=(
        Layout(name="prism", marker=".PrismArticleBody", body=".PrismArticleBody", judged=True),
        Layout(name="2016", marker=".article__main, .smartbody", body=".smartbody, .parsys.article__body"),
    ),
    rules=(
        drop("related", css=".RelatedContent, .InlineElement--related, .ngs-related"),
        drop("newsletter", css=".NewsletterSignup, .EmailSignup"),
        drop("caption", css=".Caption, .media--caption, .Image__Wrapper"),
    ),
    packs=(ENGLISH,),
)
