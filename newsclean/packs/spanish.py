"""Notices in Spanish: what stands between the paragraphs of a story, by risk (`newsclean.packs.risk`)."""

from newsclean.packs.risk import pack

SPANISH = pack(
    "spanish",
    {
        ("advert", "B"): r"""
            publicidad
            contenido patrocinado
        """,
        ("related", "B"): r"""
            te (?:puede|podría) interesar.{0,100}
            (?:lea|lee|leer|mira|mirá) (?:también|más).{0,200}
            (?:noticias|temas|artículos) relacionad[oa]s
            lo más (?:leído|visto)
            te recomendamos
            última hora
            ver más
        """,
        ("share", "B"): r"""
            (?:compartir|compartí) (?:en|esta nota|este artículo|noticia).{0,30}
            síguenos.{0,60}
            copiar enlace
        """,
        ("share", "C"): r"""
            compartir
            imprimir
            guardar
        """,
        ("newsletter", "B"): r"""
            (?:suscríbete|suscribite|regístrate) (?:a|al|en) (?:nuestro|nuestros|la|el).{0,120}
        """,
        ("subscribe", "B"): r"""
            suscríbete(?: ahora| ya)?
            contenido exclusivo para suscriptores.{0,60}
        """,
        ("subscribe", "C"): r"""
            iniciar sesión
            regístrate
        """,
        ("comments", "B"): r"""
            (?:ver|mostrar|dejar un) comentarios?
            \d+ comentarios?
        """,
        ("comments", "C"): r"""
            comentarios
        """,
        ("cookie", "B"): r"""
            (?:aceptar|rechazar) (?:todas las |las )?cookies
            usamos cookies.{0,240}
        """,
        ("navigation", "B"): r"""
            ir al contenido(?: principal)?
            volver arriba
        """,
        ("copyright", "B"): r"""
            aviso legal
            política de (?:privacidad|cookies)
            todos los derechos reservados\.?
        """,
        ("metadata", "B"): r"""
            etiquetas:?.{0,80}
            archivado en:?.{0,120}
        """,
    },
)
