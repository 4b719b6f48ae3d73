"""Pages that stand in place of a story: an error, a form to log in, a wall of consent.

They are rare where pages are collected to learn from, but not where they are fetched. What they say is much the same in
every language, and they say little else; so each is known by its phrases, and only where the body is short.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.steps.blocks import Block, weight
from newsclean.steps.label import Labelled
from newsclean.steps.page import Metadata

SHORT, LONGEST = 700, 2200
"""Letters of a body above which a page is no error or form, and no wall of consent."""
HEADS = 6
"""Headings among which an error is looked for."""
SHARE = 0.5
"""Share of a wall's letters in blocks that speak of consent."""
CODES = (
    r"^\W*(?:(?:http|error|erreur|fehler|errore|erro|fout|błąd|fel|feil|ошибка|hata)\W*)*(?:404|410)\W*(?:$|[-–—|:·!.])"
)
"""At the head of a title: "404 | Quay", "Error 404 - page not found", but not "404 people sign for the ferry"."""
PAGE = (
    r"\b(?:page|url|document|seite|página|pàgina|pagina|strona|strony|sidan|siden|sivua?|stránka|oldal|halaman|sayfa|trang)\b"
    r"|страниц|сторінк|σελίδα|ページ|页面|頁面|网页|網頁|페이지|صفحة|הדף|पृष्ठ|पेज|หน้า"
)
MISSING = (
    r"not found|(?:does not|doesn.t|no longer) exists?|(?:is )?(?:missing|unavailable)"
    r"|nicht (?:mehr )?(?:gefunden|vorhanden|verfügbar)|introuvable|n.existe (?:pas|plus)"
    r"|no (?:se ha )?encontrada|no (?:se encuentra|existe)|no trobada|non (?:è stata )?trovata|non esiste"
    r"|não (?:foi )?encontrada|não existe|niet gevonden|bestaat niet|nie (?:została )?znalezion[ao]|nie istnieje"
    r"|hittades inte|finns inte|ikke funnet|ikke fundet|ei löydy|nenalezena|nem található|nu a fost găsit"
    r"|не найден[ао]?|не существует|не знайден[ао]|δεν βρέθηκε|bulunamadı|tidak ditemukan|không tìm thấy"
    r"|見つかりません|存在しません|未找到|找不到|不存在|찾을 수 없|غير موجود|لم يتم العثور|לא נמצא|नहीं मिला|ไม่พบ"
)
LOGINS = (
    r"(?:forgot|forgotten|lost|reset) (?:your |my )?password|passwort vergessen|mot de passe oublié"
    r"|olvid(?:é|aste|ado) (?:mi |tu |su |la )?contraseña|password dimenticata"
    r"|(?:esqueceu|esqueci) (?:a |sua |minha )*senha"
    r"|wachtwoord vergeten|(?:nie pamiętasz|zapomniałeś) hasła|glömt lösenord|glemt (?:passord|adgangskode)"
    r"|забыли пароль|забули пароль|ξεχάσατε τον κωδικό|şifremi unuttum|lupa (?:kata sandi|password)"
    r"|パスワードを(?:お)?忘れ|忘记密码|忘記密碼|비밀번호.{0,4}잊|نسيت كلمة المرور"
)
CONSENT = (
    r"cookies?|consent|personal data|personali[sz]ed|advertis\w+|privacy"
    r"|einwillig\w+|zustimm\w+|personenbezogen\w*|datenschutz\w*|werbung|consente\w+|données personnelles|publicités?"
    r"|consentimiento|datos personales|publicidad|consenso|dati personali|pubblicità|consentimento|dados pessoais"
    r"|toestemming|persoonsgegevens|advertenties|zgod[ayęą]|danych osobowych|samtycke|samtykke|personuppgifter"
    r"|согласи\w+|персональн\w+ данн\w+|συγκατάθεση|προσωπικ\w+ δεδομέν\w+|çerez\w*|kişisel veri\w*"
    r"|クッキー|個人情報|同意"
)
OURS = (
    r"\b(?:we|us)\b.{0,40}\b(?:partners|vendors|cookies|third parties)"
    r"|\bour\b.{0,20}\b(?:partners|vendors|use of cookies)"
    r"|\bwir\b.{0,60}\b(?:partner|cookies|drittanbieter)|\bunsere?n?\b.{0,20}\bpartner"
    r"|\bnous\b.{0,60}\b(?:partenaires|cookies)|\bnos\b.{0,20}\bpartenaires|\b(?:nosotros|utilizamos|usamos)\b.{0,60}\b(?:socios|cookies)|\bnuestros\b.{0,20}\bsocios"
    r"|\bnoi\b.{0,60}\b(?:partner|fornitori|terze parti|cookie)|\bnossos\b.{0,20}\bparceiros"
    r"|\b(?:wij|we|onze)\b.{0,40}\b(?:partners|cookies)|\b(?:my|nasi)\b.{0,40}\b(?:partnerzy|zaufani)"
    r"|\bvi\b.{0,60}\b(?:partnere?r?|cookies)|\bмы\b.{0,60}(?:партнер|cookie)|çerez(?:ler)? kullan"
    r"|当社.{0,40}(?:パートナー|クッキー|cookie)|我们.{0,20}(?:合作伙伴|cookie)"
)  # fmt: skip
OTHERS = (
    "partner", "cookie", "partenaire", "socios", "parceiros", "vendor", "fornitori", "third parties", "terze parti",
    "drittanbieter", "zaufani", "партнер", "çerez", "パートナー", "クッキー", "合作伙伴",
)  # fmt: skip
"""One of these is in whatever `OURS` finds; to look for them first takes a tenth of the time."""
_CODES, _PAGE, _MISSING, _LOGINS, _CONSENT, _OURS = (
    re.compile(each, re.I) for each in (CODES, PAGE, MISSING, LOGINS, CONSENT, OURS)
)


def wall(metadata: Metadata, labelled: Labelled, kept: Sequence[Block]) -> str | None:
    """Return what stands in place of a story, for a person; None for a page that may hold one."""
    if sum(len(block.text) for block in kept) > LONGEST:
        return None
    if is_consent(kept):
        return "a wall of consent"
    if sum(weight(block.text) for block in kept) > SHORT or declares_story(metadata):
        return None
    if any(_LOGINS.search(block.text) for block in kept):
        return "a form to log in"
    heads = [block.text for block in labelled.blocks if block.kind == "heading"][:HEADS]
    return "an error page" if any(map(is_error, (metadata.title or "", *heads))) else None


def is_error(head: str) -> bool:
    """Tell whether a title or heading says that a page is not there."""
    return bool(_CODES.search(head) or (_PAGE.search(head) and _MISSING.search(head)))


def is_consent(kept: Sequence[Block]) -> bool:
    """Tell whether a body speaks of consent and not much else, and for the outlet: not a story about such walls."""
    texts = [block.text for block in kept]
    head = "\n".join(texts[:3]).casefold()
    if not any(word in head for word in OTHERS) or not _OURS.search(head):
        return False
    about = sum(len(text) for text in texts if len({hit.casefold() for hit in _CONSENT.findall(text)}) > 1)
    return about >= SHARE * sum(map(len, texts))


def declares_story(metadata: Metadata) -> bool:
    """Tell whether a page says that it is a story: a wall of consent may, an error page does not."""
    return metadata.is_article() or metadata.first("article:published_time") is not None
