"""What stands between the paragraphs of a story on any outlet's page, and what WordPress plugins put there.

Only whole lines that were never found in running text are named by their words.
"""

from newsclean.plugin import Pack, drop

NOTICES = Pack(
    name="notices",
    rules=(
        drop(
            "advert",
            css=".adsbygoogle, .ad-label, .ad-container, [id^='google_ads']",
            text=r"advertisements?|sponsored content|hide ad|(?:story|article) continues (?:below|after)\b.{0,40}",
        ),
    ),
)

WORDPRESS = Pack(
    name="wordpress",
    rules=(
        drop(
            "share",
            css=".sharedaddy, .a2a_kit, .addtoany_share_save_container, .essb_links, .swp_social_panel, [class*='heateor_sss']",
            text=r"Share this:|Click to share on .{1,30} \(Opens in new window\).{0,40}|Like this:|Like ?Loading\.\.\.",
        ),
        drop("related", css=".jp-relatedposts, .yarpp-related, .crp_related"),
        drop("navigation", name="contents", css="#ez-toc-container, .lwptoc"),
        drop("newsletter", css=".mc4wp-form, #mc_embed_signup"),
        drop("copyright", name="feed-tail", text=r"The post .{3,300} (?:appeared first on|first appeared on) .{2,80}"),
    ),
)
