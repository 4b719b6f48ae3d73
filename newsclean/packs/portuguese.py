"""Notices in Portuguese: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

PORTUGUESE = pack(
    "portuguese",
    {
        ("advert", "B"): r"""
            publicidade
            continua (?:após|depois) (?:a|da) publicidade
        """,
        ("related", "B"): r"""
            (?:leia|veja|assista) (?:também|mais).{0,200}
            mais lidas
            (?:notícias|matérias) relacionadas
            as mais lidas
        """,
        ("related", "C"): r"""
            relacionadas
        """,
        ("share", "B"): r"""
            compartilhe (?:esta|essa|no|nas).{0,60}
            copiar (?:o )?link
            siga-nos.{0,60}
        """,
        ("share", "C"): r"""
            compartilhar
            compartilhe
            salvar
        """,
        ("newsletter", "B"): r"""
            (?:assine|receba) (?:a|nossa|nossas) newsletters?.{0,120}
        """,
        ("subscribe", "B"): r"""
            (?:conteúdo|recurso) exclusivo para assinantes
            já é assinante\?.{0,60}
        """,
        ("subscribe", "C"): r"""
            assine
            entrar
        """,
        ("comments", "B"): r"""
            (?:ver|deixe (?:seu|um)|mostrar) comentários?
            \d+ comentários?
        """,
        ("comments", "C"): r"""
            comentários
        """,
        ("cookie", "B"): r"""
            (?:aceitar|rejeitar) (?:todos os )?cookies
            este site (?:usa|utiliza) cookies.{0,240}
        """,
        ("navigation", "B"): r"""
            ir para o conteúdo(?: principal)?
            voltar ao topo
        """,
        ("copyright", "B"): r"""
            todos os direitos reservados\.?
            fale conosco
        """,
    },
)
