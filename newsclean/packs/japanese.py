"""Notices in Japanese: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

JAPANESE = pack(
    "japanese",
    {
        ("advert", "B"): r"""
            広告
            スポンサーリンク
        """,
        ("related", "B"): r"""
            (?:関連|新着|おすすめ)(?:記事|ニュース|リンク)
            (?:アクセス)?ランキング
            もっと見る
            あわせて読みたい.{0,60}
        """,
        ("share", "B"): r"""
            (?:この記事を)?シェア(?:する)?
            フォローする
        """,
        ("subscribe", "B"): r"""
            (?:この記事は)?(?:有料)?会員限定(?:記事|です).{0,60}
            会員登録.{0,20}
        """,
        ("subscribe", "C"): r"""
            ログイン
        """,
        ("navigation", "C"): r"""
            ホーム
            メニュー
            閉じる
        """,
        ("copyright", "B"): r"""
            利用規約
            プライバシーポリシー
            無断転載.{0,40}
        """,
    },
)
