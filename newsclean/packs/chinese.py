"""Notices in Chinese, both scripts: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

CHINESE = pack(
    "chinese",
    {
        ("advert", "B"): r"""
            广告|廣告
            推广
        """,
        ("related", "B"): r"""
            (?:相关|相關)(?:阅读|閱讀|新闻|新聞|文章|报道|報導).{0,40}
            (?:推荐|推薦|延伸)(?:阅读|閱讀)
            热门(?:新闻|推荐|文章)|熱門(?:新聞|文章)
            (?:上|下)一(?:篇|则|則)
        """,
        ("share", "B"): r"""
            分享(?:到|至).{1,30}
            分享让更多人看到
            扫一扫.{0,30}
        """,
        ("share", "C"): r"""
            分享
            打印|列印
            收藏
        """,
        ("comments", "B"): r"""
            (?:发表|發表|我要|查看|网友)(?:评论|評論).{0,20}
        """,
        ("comments", "C"): r"""
            评论|評論
        """,
        ("navigation", "C"): r"""
            首页|首頁
            返回(?:顶部|首页)
            登录|登入
        """,
        ("copyright", "B"): r"""
            版权(?:所有|声明).{0,120}|版權所有.{0,120}
            未经授权.{0,60}
        """,
        ("byline", "B"): r"""
            [（(](?:责任编辑|责编|编辑|責任編輯)[：:].{2,40}[）)]|责任编辑[：:].{2,20}
        """,
    },
)
