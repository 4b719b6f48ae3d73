"""Notices in English: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

ENGLISH = pack(
    "english",
    {
        ("advert", "A"): r"""
            story continues below advertisement
            article continues below this ad
            this advertisement has not loaded yet, but your article continues below\.?
        """,
        ("advert", "B"): r"""
            advertisements?
            sponsored content
            scroll (?:down )?(?:to|for) continue.{0,40}
            continue reading below
            advertiser content from
        """,
        ("advert", "C"): r"""
            ad
            promoted
            sponsored
        """,
        ("related", "B"): r"""
            (?:recommended|trending) (?:for you|now|stories|videos?)
            you (?:may|might) also (?:like|be interested in)
            (?:related|more|top|popular|latest) (?:articles|stories|posts|news|content|coverage|headlines)
            (?:read|up) next
            (?:also read|read also|see also)
            most (?:read|popular|viewed|shared)
            editor[’']s picks?
            (?:previous|next) (?:article|post|story)
        """,
        ("related", "C"): r"""
            related
            recommended
            trending
            read more
            more
            next
            previous
        """,
        ("share", "B"): r"""
            share (?:this|this (?:article|story|post|page))
            share on .{2,30}
            copy (?:the )?link
            link copied
            follow us(?: on .{2,40})?
            open in app
        """,
        ("share", "C"): r"""
            share
            save
            print
            email
            tweet
            like
        """,
        ("newsletter", "B"): r"""
            (?:subscribe|sign up) (?:to|for) (?:our|the) .{0,40}newsletters?.{0,80}
            (?:thank you|thanks) for (?:signing up|subscribing)!?
            enter your email(?: address)?
            your email address
            by signing up.{5,240}
            this site is protected by reCAPTCHA.{5,120}
            check your inbox .{5,120}
        """,
        ("newsletter", "C"): r"""
            sign up
            newsletter
        """,
        ("subscribe", "B"): r"""
            (?:subscribe|sign in|log in|register) to (?:continue|read|unlock).{0,60}
            already (?:a|an) (?:subscriber|member)\?.{0,40}
            you have \d+ (?:free )?articles? (?:left|remaining).{0,60}
            subscribe now
            (?:download|get) (?:the|our) .{0,30}app\b.{0,60}
            (?:google play|app store|apple podcasts|spotify)
        """,
        ("subscribe", "C"): r"""
            subscribe
            log in
            sign in
        """,
        ("comments", "B"): r"""
            (?:view|show|hide|read|post|add|leave) (?:a |all |\d+ )?comments?
            \d+ comments?
            join the (?:conversation|discussion)
            leave a reply.{0,20}
            cancel reply
        """,
        ("comments", "C"): r"""
            comments
        """,
        ("cookie", "B"): r"""
            (?:we use|this (?:site|website) uses) cookies.{0,300}
            (?:accept|reject|manage) (?:all|cookies|preferences|settings)(?: cookies)?
            cookie (?:settings|preferences|policy)
        """,
        ("navigation", "B"): r"""
            skip to (?:main )?content
            back to (?:the )?top
            listen to this article.{0,30}
            page \d+ of \d+
            loading(?:\.\.\.|…)
        """,
        ("navigation", "C"): r"""
            home
            menu
            search
            close
        """,
        ("copyright", "B"): r"""
            (?:©|\(c\)|copyright ?©?) ?\d{4}.{0,200}
            all rights reserved\.?
        """,
        ("caption", "B"): r"""
            (?:image|photo|picture)(?: credit)?s?: .{2,80}
            (?:getty images|shutterstock|file photo)
        """,
        ("metadata", "B"): r"""
            \d+ min(?:ute)?s?(?: |-)read
            (?:last )?updated:? .{4,60}\d{4}.{0,30}
        """,
        ("metadata", "C"): r"""
            topics
            tags
            published
            updated
        """,
        ("author_bio", "B"): r"""
            about the author
        """,
    },
)
