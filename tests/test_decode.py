import codecs
import random

import pytest

from newsclean.errors import Rejected
from newsclean.steps.decode import GUESSES, decode, http_charset, lookup, meta_charset
from newsclean.steps.encodings import ENCODINGS, LABELS

GREEK = "Η Ελένη έφτασε στο λιμάνι."


@pytest.mark.parametrize(
    ("raw", "headers", "encoding", "source"),
    [
        ("<p>é</p>".encode("utf-8-sig"), {"Content-Type": "text/html; charset=iso-8859-1"}, "utf-8", "bom"),
        (b"\xff\xfe" + "<p>é</p>".encode("utf-16-le"), None, "utf-16-le", "bom"),
        (b"\xfe\xff" + "<p>é</p>".encode("utf-16-be"), None, "utf-16-be", "bom"),
        ("<p>é</p>".encode("cp1252"), {"content-type": 'text/html; charset="ISO-8859-1"'}, "windows-1252", "http"),
        ('<meta charset="windows-1253"><p>é</p>'.replace("é", "ά").encode("cp1253"), None, "cp1253", "meta"),
        ("<p>é</p>".encode(), None, "utf-8", "utf8"),
        (b'<meta charset="utf-8">' + b"<p>plain</p>", {"Content-Type": "text/html"}, "utf-8", "meta"),
    ],
)
def test_order_of_the_standard(raw, headers, encoding, source):
    got = decode(raw, headers)
    assert (got.encoding, got.source, got.replaced) == (encoding, source, 0)
    assert "\ufffd" not in got.text


def test_http_beats_meta():
    raw = '<meta charset="utf-8"><p>ключ</p>'.encode("cp1251")
    assert "ключ" in decode(raw, {"Content-Type": "text/html; charset=windows-1251"}).text


@pytest.mark.parametrize("head", ['<meta charset="iso-8859-1">', '<meta charset="gbk">', ""])
def test_utf8_that_declares_an_older_encoding_is_utf8(head):
    raw = (head + "<p>Élodie à Orléans</p>").encode()
    got = decode(raw, None if head else {"Content-Type": "text/html; charset=ISO-8859-1"})
    assert "Élodie à Orléans" in got.text
    assert got.source == "utf8"


def test_a_declaration_that_breaks_the_text_is_not_believed():
    raw = ('<meta charset="utf-8"><p>' + "Привет из Твери. " * 40 + "</p>").encode("cp1251")
    got = decode(raw)
    assert got.source == "detected"
    assert "Привет из Твери." in got.text


def test_a_few_broken_bytes_do_not_change_the_encoding():
    raw = ("<p>" + "Ångström " * 500).encode() + b"\xff</p>"
    got = decode(raw)
    assert (got.encoding, got.replaced) == ("utf-8", 1)


@pytest.mark.parametrize("encoding", ["cp1253", "cp1251", "euc-jp", "shift_jis", "gb18030", "big5", "euc-kr"])
def test_undeclared_legacy_text_is_detected(encoding):
    text = {
        "cp1253": GREEK, "cp1251": "Сегодня в городе открылся новый мост через реку.",
        "euc-jp": "今日は市内で新しい橋が開通した。", "shift_jis": "今日は市内で新しい橋が開通した。",
        "gb18030": "今天市内新桥正式通车。", "big5": "今天市內新橋正式通車。", "euc-kr": "오늘 시내에 새 다리가 개통되었다.",
    }[encoding]  # fmt: skip
    got = decode(("<p>" + text * 30 + "</p>").encode(encoding))
    assert text in got.text


def test_an_image_is_undecodable():
    with pytest.raises(Rejected) as caught:
        decode(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8 + b"\0" * 900)
    assert caught.value.reason == "undecodable"


@pytest.mark.parametrize(
    ("head", "want"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET=UTF8>", "utf-8"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>", "cp1250"),
        (b'<meta content="text/html; charset=koi8-r" http-equiv=content-type>', "koi8-r"),
        (b'<meta name="description" content="charset=koi8-r">', None),
        (b'<!-- <meta charset="koi8-r"> --><meta charset="gbk">', "gb18030"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b'<meta charset="utf-7">', None),
        (b'<meta charset="no-such-code">', None),
        (b'<meta charset="rot13">', None),
        (b'<meta charset="x-user-defined">', "windows-1252"),
        (b'<metadata charset="koi8-r">', None),
    ],
)
def test_meta_prescan(head, want):
    got = meta_charset(b"<!doctype html><head>" + head)
    assert (got and lookup(got)) == (want and lookup(want))


LETTER = "<p>The town said on Friday that some four hundred people had crossed the bridge in its first hour.</p>\n" * 40


@pytest.mark.parametrize("words", ["Jürgen", "the mayor’s “café” – £5", "Bjørn Ångström, Zoë", "são, às, não, é"])
@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">', '<meta charset="undefined">'])
def test_a_few_western_letters_are_not_lost(words, head):
    got = decode((head + LETTER + f"<p>{words}</p>").encode("cp1252"))
    assert (got.text.endswith(f"<p>{words}</p>"), got.encoding) == (True, "windows-1252")


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Мэр открыл в пятницу новый мост через реку, сказал он"),
        ("cp1253", "Ο δήμαρχος άνοιξε την Παρασκευή τη νέα γέφυρα"),
        (
            "cp1250",
            "W piątek burmistrz otworzył most, mieszkańcy czekali dziewięć długich lat, późno, żółty, ćma, źle, są, będą, więcej, już, też",
        ),
        (
            "cp1252",
            "Le maire a inauguré le pont, les élèves étaient là, très émus, même à l’école où ça a été fêté, à côté, déjà, été, né",
        ),
        ("cp949", "시장은 금요일에 강을 가로지르는 새 다리를 개통했으며 주민들은 기다렸다"),
    ],
)
@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">'])
def test_a_paragraph_among_english_ones_is_read(encoding, words, head):
    got = decode((head + LETTER + f"<p>{words}, {words}</p>").encode(encoding))
    assert (got.text.endswith(f"<p>{words}, {words}</p>"), got.source) == (True, "detected")


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">'])
def test_damage_among_valid_sequences_is_utf8(head):
    raw = (head + LETTER + "<p>Zoë, Jürgen, Bjørn</p>").encode() + b"<p>J\xfcrgen"
    got = decode(raw)
    assert "Zoë, Jürgen, Bjørn" in got.text
    assert (got.encoding, got.replaced) == ("utf-8", 1)


@pytest.mark.parametrize(
    ("head", "encoding", "source"),
    [
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "iso8859-2", "meta"),
        ("  <?xml version='1.0' encoding='windows-1250' standalone='yes'?>", "cp1250", "meta"),
        ('<?xml version="1.0" encoding="utf-16"?>', "windows-1252", "fallback"),
        ('<?xml version="1.0" encoding="iso-8859-2"?><meta charset="cp1250">', "cp1250", "meta"),
        ('<p><?xml version="1.0" encoding="iso-8859-2"?>', "windows-1252", "fallback"),
    ],
)
def test_xml_declaration(head, encoding, source):
    got = decode((head + LETTER).encode() + b"<p>\xe9</p>")
    assert (got.encoding, got.source) == (encoding, source)


NOISE = random.Random(8).randbytes(50_000)
PICTURE = b"\x89PNG\r\n\x1a\n" + NOISE


@pytest.mark.parametrize(
    "raw",
    [
        b"\xff\xfe" + NOISE, b"\xfe\xff" + NOISE, b"\xef\xbb\xbf" + NOISE, NOISE, PICTURE, bytes(2000) + b"<p>a</p>",
        b"<p>" + b"\0\1\2\3" * 500, b'<meta charset="utf-8">' + NOISE, b'<meta charset="iso-8859-1">' + NOISE,
        b"<\0h\0t\0m\0l\0>\0" + NOISE,
    ],
)  # fmt: skip
@pytest.mark.parametrize("charset", [None, "utf-8", "iso-8859-1", "utf-16", "gbk"])
def test_binaries_are_undecodable_whatever_they_declare(raw, charset):
    with pytest.raises(Rejected) as caught:
        decode(raw, charset and {"Content-Type": f"text/html; charset={charset}"})
    assert caught.value.reason == "undecodable"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("headers", [None, {"Content-Type": "text/html; charset=utf-8"}])
def test_utf16_without_a_mark(encoding, headers):
    text = f"<!doctype html><html><meta charset=utf-16><p>{GREEK} 今日は</p>"
    got = decode(text.encode(encoding), headers)
    assert (got.text, got.encoding, got.source) == (text, encoding, "detected")


def test_utf16_by_the_server():
    got = decode((GREEK * 20).encode("utf-16-le"), {"Content-Type": "text/html; charset=utf-16"})
    assert (got.text, got.source) == (GREEK * 20, "http")


def test_a_mark_of_utf8_on_an_older_encoding_is_not_believed():
    text = "Сегодня в городе открылся новый мост через реку. " * 30
    got = decode(b"\xef\xbb\xbf" + text.encode("cp1251"))
    assert (got.text, got.source) == (text, "detected")


NO_LABELS = "undefined cp037 utf-7 utf-32 rot13 idna mbcs latin-1 cp437 hz iso-2022-kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext csiso2022kr replacement unicode-escape a\0b ü".split()  # fmt: skip


@pytest.mark.parametrize("label", NO_LABELS)
def test_other_labels_are_not_believed(label):
    assert lookup(label) is None
    raw = f'<meta charset="{label}">'.encode() + "<p>Zoë à Orléans</p>".encode()
    assert decode(raw, {"Content-Type": f"text/html; charset={label}"}).text.endswith("<p>Zoë à Orléans</p>")


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("latin1", "cp1252"), ("gbk", "gb18030"), ("gb2312", "gb18030"), ("shift_jis", "cp932"), ("euc-kr", "cp949"),
        ("ks_c_5601-1987", "cp949"), ("big5", "big5hkscs"), ("iso-8859-9", "cp1254"), ("iso-8859-8-i", "iso8859-8"),
        ("x-user-defined", "cp1252"), ("tis-620", "cp874"), (" UTF8\n", "utf-8"), ("unicode", "utf-16-le"), ("l9", "iso8859-15"),
    ],
)  # fmt: skip
def test_labels_of_the_standard(label, codec):
    got = lookup(label)
    assert got is not None
    assert codecs.lookup(got).name == codec


def test_every_label_has_a_codec():
    assert len(LABELS) == 228 - 6  # all but those of its "replacement"
    assert all(codecs.lookup(codec) for codec in ENCODINGS)
    assert all(codecs.lookup(name) for name in GUESSES)


def test_labels_are_read_as_browsers_read_them():
    assert lookup("latin1") == lookup("ascii") == lookup("ISO-8859-1") == "windows-1252"
    assert lookup("Shift_JIS") == "cp932"
    assert lookup("") is lookup(None) is lookup("utf-32") is None
    assert http_charset({"X": "charset=a", "CONTENT-TYPE": "text/html;charset=b"}) == "b"
