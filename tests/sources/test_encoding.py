import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.vocabulary import RejectReason
from sources.encoding import Decoded, LineDecoder, decode, is_text
from sources.refusal import Refusal

ENGLISH = "Five people died in Bogotá and Medellín, the “police” said – near José's café."
TURKISH = "Five people died in Diyarbakır on Sunday, the governor of Şırnak said."
SERBIAN = "Vučić met Kurti in Niš after the clash, in which five people died; Hashim Thaçi was not there."
RUSSIAN = "Пять человек погибли в столкновении с полицией в воскресенье, сообщили власти."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (RUSSIAN, "utf-16"),
        (ENGLISH, "cp1252"),
        ("Five died in Bogotá.\nThe army said so.", "latin-1"),
        ("a café", "latin-1"),  # the last byte alone would be the start of a character in UTF-8
        (TURKISH, "cp1254"),
        (SERBIAN, "cp1250"),
        ("Fünf Männer starben bei einem Gefecht in Köln", "cp1252"),
        ("L’armée a tué cinq hommes près de Béni, où l’on a trouvé des blessés", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("Πέντε άνθρωποι σκοτώθηκαν σε συγκρούσεις την Κυριακή.", "cp1253"),
        ("قتل خمسة أشخاص في اشتباكات يوم الأحد قرب القرية.", "cp1256"),
        ("星期日，五人在与警察的冲突中死亡。事件发生在村庄附近。", "gb18030"),
        ("日曜日、警察との衝突で五人が死亡した。村の近くで起きた。", "cp932"),
        ("일요일 경찰과의 충돌로 다섯 명이 사망했다.", "cp949"),
    ],
)
def test_a_text_is_read_in_the_encoding_that_it_is_in(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text


@pytest.mark.parametrize(
    ("data", "position"),
    [
        ("He said: “five” died in Bogotá".encode()[:-1], "byte 33"),
        ("Only the last letter is not ASCII: á".encode()[:-1], "byte 35"),
        ("It cost 5 €".encode()[:-1], "byte 10"),
        (RUSSIAN.encode()[:51], "byte 50"),
        ("“five” \udcff died”".encode("utf-8", "surrogateescape"), "byte 11"),
        ("Five died".encode("utf-16")[:-1], "byte 18"),
    ],
)
def test_a_text_broken_inside_a_character_is_refused_with_the_place(data: bytes, position: str) -> None:
    refusal = decode(data)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is RejectReason.ENCODING
    assert position in refusal.detail


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01",
        b"\x00" * 500,
        b"PK\x03\x04\x14\x00\x06\x00",
    ],
)
def test_noise_is_no_text(data: bytes) -> None:
    refusal = decode(data)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is RejectReason.BINARY
    assert not is_text(data)


def test_what_a_page_declares_is_believed_only_where_it_is_not_utf_8() -> None:
    word = "חמישה"
    assert decode(word.encode("cp1255"), declared="windows-1255") == Decoded(word, "cp1255")
    assert decode(word.encode(), declared="windows-1255") == Decoded(word, "utf-8")
    assert isinstance(decode(word.encode("cp1255"), declared="no-such-encoding"), Decoded)


def test_lines_of_one_file_are_read_in_one_encoding() -> None:
    decoder = LineDecoder()
    lines = [b"Two died.", SERBIAN.encode("cp1250"), "Niš".encode("cp1250")]
    texts = [line.text for line in map(decoder.decode, lines) if isinstance(line, Decoded)]
    assert texts == ["Two died.", SERBIAN, "Niš"]


def test_a_broken_line_in_a_utf_8_file_is_refused_and_not_guessed() -> None:
    decoder = LineDecoder()
    assert isinstance(decoder.decode("Bogotá".encode()), Decoded)
    refusal = decoder.decode(b"Medell\xedn is far away")
    assert isinstance(refusal, Refusal)
    assert refusal.reason is RejectReason.ENCODING


@given(st.text().filter(lambda text: not text.startswith("\ufeff") and "\x00" not in text))
def test_every_text_in_utf_8_is_read_back_or_called_noise(text: str) -> None:
    decoded = decode(text.encode())
    assert isinstance(decoded, Refusal) or decoded.text == text


@given(st.binary(), st.sampled_from([None, "utf-8", "latin-1", "utf-7", "idna", "base64", "rot13", "undefined"]))
def test_no_bytes_make_it_raise(data: bytes, declared: str | None) -> None:
    decode(data, declared=declared)
    LineDecoder().decode(data)
