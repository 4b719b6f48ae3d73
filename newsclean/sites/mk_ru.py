"""Moskovsky Komsomolets."""

from newsclean.packs.russian import RUSSIAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="mk_ru",
    hosts=("mk.ru",),
    outlets=(
        "MK",
        "МК",
        "Московский комсомолец",
        "MK.ru",
    ),
    layouts=(
        Layout(
            name="2019",
            marker=".article__body",
            body=".article__subtitle, .article__description, .article__body",
            judged=True,
        ),
        Layout(name="2012", marker="#hypercontext", body="#hypercontext", judged=True),
    ),
    rules=(
        drop("caption", css=".article__picture-caption, .article__picture-author"),
        drop("related", name="read-on", text="Читайте (?:материал|также|подробнее) ?:? ?.{3,240}"),
        drop("subscribe", css=".article__subscription", text="Самые яркие фото и видео дня .{5,160}|Подписаться"),
        drop(
            "metadata",
            name="newspaper",
            css=".article__in-newspaper",
            text="(?:Заголовок в газете|Опубликован в газете) ?.{3,240}",
        ),
    ),
    lines=(
        "Читайте (?:материал|также|подробнее) ?:? ?.{3,240}",
        "Заголовок в газете ?: ?.{3,240}",
        "Опубликован в газете .{3,240}",
        "Самые яркие фото и видео дня .{5,160}",
    ),
    packs=(RUSSIAN,),
)
