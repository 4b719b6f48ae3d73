import pytest

from newsclean.errors import Rejected
from newsclean.steps.decode import decode, http_charset, lookup, meta_charset

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


def test_labels_are_read_as_browsers_read_them():
    assert lookup("latin1") == lookup("ascii") == lookup("ISO-8859-1") == "windows-1252"
    assert lookup("Shift_JIS") == "cp932"
    assert lookup("") is lookup(None) is lookup("utf-32") is None
    assert http_charset({"X": "charset=a", "CONTENT-TYPE": "text/html;charset=b"}) == "b"
