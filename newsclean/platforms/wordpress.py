"""WordPress: its block editor, and the themes Newspaper and Newsmag (tagDiv), JNews, Jannah, Soledad,
Divi, Elementor, Newspack, Astra and GeneratePress. Themes and plugins let anything stand between the
paragraphs, so the judge decides inside the scope.
"""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="wordpress",
    detect=r"/wp-content/|/wp-includes/|\bWordPress \d|\bpostid-\d",
    layouts=(
        Layout(
            name="tagdiv-cloud",
            marker=".tdb_single_content .tdb-block-inner",
            body=".tdb_single_content .tdb-block-inner",
            judged=True,
        ),
        Layout(name="tagdiv", marker=".td-post-content", body=".td-post-content", judged=True),
        Layout(
            name="jnews",
            marker=".entry-content .content-inner, .jeg_post_title",
            body=".entry-content .content-inner",
            judged=True,
        ),
        Layout(
            name="jannah", marker="article#the-post .entry-content", body="article#the-post .entry-content", judged=True
        ),
        Layout(name="soledad", marker=".inner-post-entry", body=".inner-post-entry", judged=True),
        Layout(name="divi", marker=".et_pb_post_content", body=".et_pb_post_content", judged=True),
        Layout(
            name="elementor",
            marker=".elementor-widget-theme-post-content",
            body=".elementor-widget-theme-post-content",
            judged=True,
        ),
        Layout(
            name="newspack", marker=".main-content .entry-content", body=".main-content .entry-content", judged=True
        ),
        Layout(name="blocks", marker=".wp-block-post-content", body=".wp-block-post-content", judged=True),
        Layout(
            name="astra", marker="[class*='ast-'] .entry-content", body="[class*='ast-'] .entry-content", judged=True
        ),
        Layout(
            name="generatepress",
            marker=".inside-article .entry-content",
            body=".inside-article .entry-content",
            judged=True,
        ),
        Layout(name="classic", marker=".entry-content", body=".entry-content", judged=True),
        Layout(
            name="post",
            marker=".post-content, .article-content, .single-content, .post__content",
            body=".post-content, .article-content, .single-content, .post__content",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "share",
            css=".sharedaddy, .sd-sharing, .a2a_kit, .addtoany_share_save_container, .essb_links, .swp_social_panel, [class*='heateor_sss'], .td-post-sharing, .jeg_share_button, .share-buttons, .tags-share-box, .printfriendly, .wp-block-social-links",
            text=r"Share this:|Like this:|Like ?Loading\.\.\.|Click to (?:share on|email|print) .{0,60}\(Opens in new window\).{0,40}|Loading\.\.\.",
        ),
        drop(
            "related",
            css=".jp-relatedposts, .yarpp-related, .crp_related, .related-posts, .td_block_related_posts, .td-post-next-prev, .tdb_single_next_prev, .jnews_inline_related_post, .jnews_related_post_container, .jeg_prevnext_post, .penci-post-related, .ast-single-related-posts-container, .wp-block-latest-posts, .wpnbha, .rp4wp-related-posts, .post-navigation, #check-also-box",
        ),
        drop(
            "newsletter",
            css=".mc4wp-form, #mc_embed_signup, .wp-block-jetpack-subscriptions, .jetpack_subscription_widget, .newspack-popup, [class*='newspack-newsletters'], .tdn_block_newsletter_subscribe, .tnp-subscription, .spc-newsletter",
        ),
        drop(
            "comments",
            css="#comments, .comment-respond, #disqus_thread, .fb-comments, .wpdiscuz_unauth, #wpdcom",
            text=r"Leave a Reply(?: Cancel reply)?|Your email address will not be published\..{0,60}|Save my name, email, and website in this browser for the next time I comment\.|This site uses Akismet to reduce spam\..{0,80}",
        ),
        drop(
            "author_bio",
            css=".author-box, .saboxplugin-wrap, .jeg_authorbox, .tdb-author-box, .author-bio, .abh_box, .about-author",
        ),
        drop(
            "navigation",
            name="contents",
            css="#ez-toc-container, .lwptoc, #toc_container, .rank-math-toc-block, .wp-block-rank-math-toc-block",
        ),
        drop(
            "advert",
            css=".code-block, .adsbygoogle, [class*='advads-'], .wpcnt, .td-a-rec, .jeg_ad, .ezoic-ad, .stream-item",
        ),
        drop(
            "metadata",
            css=".entry-footer, .td-post-source-tags, .post-tags, .jeg_post_tags, .entry-meta, .jeg_meta_container",
        ),
        drop("copyright", name="feed-tail", text="The post .{3,300} (?:appeared first on|first appeared on) .{2,80}"),
    ),
    lines=(
        r"Like ?Loading\.\.\.",
        r"Click to (?:share on|email|print) .{0,60}\(Opens in new window\).{0,40}",
        r"Your email address will not be published\..{0,60}",
        r"Save my name, email, and website in this browser for the next time I comment\.",
        r"This site uses Akismet to reduce spam\..{0,80}",
        r"Proudly powered by WordPress\.?",
    ),
)
