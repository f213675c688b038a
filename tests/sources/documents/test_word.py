"""Word documents give their paragraphs as they stand; what was deleted, and macros, are left where they are."""

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason
from tests.sources.conftest import ReadBytes
from tests.sources.documents.conftest import Docx, Packed

FIRST, SECOND = "Four people died at the monastery of Banjska.", "A police officer was shot dead in the morning."
PARAGRAPHS = st.lists(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Cn")), min_size=1).filter(
        lambda words: words == words.strip() and words.strip()
    ),
    min_size=1,
    max_size=6,
)


def test_paragraphs_stand_apart_and_media_type_is_words(report: Callable[..., Report], docx: Docx) -> None:
    read = report(docx("Clash at Banjska", FIRST, SECOND), "report.docx")
    assert read.text == f"Clash at Banjska\n\n{FIRST}\n\n{SECOND}"
    assert read.media_type.endswith("wordprocessingml.document")


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "<w:p><w:r><w:t>Four </w:t></w:r><w:r><w:t>died</w:t><w:br/><w:t>there.</w:t></w:r></w:p>",
            "Four died\nthere.",
        ),
        (
            "<w:p><w:del><w:r><w:delText>Nine</w:delText></w:r></w:del><w:ins><w:r><w:t>Four</w:t></w:r></w:ins></w:p>",
            "Four",
        ),
        ("<w:p><w:moveFrom><w:r><w:t>Gone</w:t></w:r></w:moveFrom><w:r><w:t>Four</w:t></w:r></w:p>", "Four"),
        (
            f"<w:tbl><w:tr><w:tc><w:p>{run('Killed')}</w:p></w:tc><w:tc><w:p>{run('4')}</w:p></w:tc></w:tr></w:tbl>",
            "Killed\n\n4",
        ),
        (
            "<w:p><w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:tab/><w:t>end</w:t></w:r></w:p>",
            "well-known\tend",
        ),
    ],
    ids=["runs", "deleted", "moved away", "a table", "marks"],
)
def test_only_what_stands_is_read(report: Callable[..., Report], docx: Docx, body: str, text: str) -> None:
    assert report(docx(body=body), "report.docx").text == text


def test_notes_come_at_the_end_without_the_rule_above_them(report: Callable[..., Report], docx: Docx) -> None:
    notes = (
        '<w:footnote w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>Said the mayor.</w:t></w:r></w:p></w:footnote>"
    )
    assert report(docx(FIRST, footnotes=notes), "report.docx").text == f"{FIRST}\n\nSaid the mayor."


def test_a_macro_is_never_touched(report: Callable[..., Report], docx: Docx, packed: Packed) -> None:
    with zipfile.ZipFile(io.BytesIO(docx(FIRST))) as plain:
        parts = {name: plain.read(name) for name in plain.namelist()}
    assert report(packed({**parts, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro"}), "report.docm").text == FIRST


def test_a_download_of_a_database_is_split(read: ReadBytes, docx: Docx) -> None:
    articles = [
        line
        for number in (1, 2)
        for line in (
            f"Clash number {number} at Banjska",
            "Example Wire",
            f"September {24 + number}, 2023 Sunday",
            "Copyright 2023 Example Wire All Rights Reserved",
            "Length: 9 words",
            "Body",
            f"{number + 3} people died at the monastery.",
            f"Load-Date: September {25 + number}, 2023",
            "End of Document",
        )
    ]
    reports = [entry for entry in read(docx(*articles), "nexis.docx") if isinstance(entry, Report)]
    assert [report.text for report in reports] == ["4 people died at the monastery.", "5 people died at the monastery."]
    assert [report.publisher for report in reports] == ["Example Wire", "Example Wire"]
    assert [report.part for report in reports] == ["article 1", "article 2"]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"word/document.xml": "<w:document"}, RejectReason.MALFORMED),
        ({"word/other.xml": "<w/>"}, RejectReason.MALFORMED),
        (
            {"word/document.xml": '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w><p><t>&b;</t></p></w>'},
            RejectReason.MALFORMED,
        ),
        ({"word/document.xml": f"<w><p><t>{'x' * 3_000_000}</t></p></w>"}, RejectReason.TOO_LARGE),
    ],
    ids=["cut off", "no text", "entities", "a bomb"],
)
def test_a_broken_or_hostile_document_is_told_in_a_line(
    reject: Callable[..., Reject], packed: Packed, parts: dict[str, str], reason: RejectReason
) -> None:
    data = packed({"[Content_Types].xml": "<Types/>", **parts})
    refused = reject(data, "report.docx", largest_report=100_000)
    assert refused.reason == reason
    assert refused.detail.isprintable()


def test_a_thousand_tables_in_tables_are_read(report: Callable[..., Report], docx: Docx) -> None:
    opened, closed = "<w:tbl><w:tr><w:tc>" * 1_000, "</w:tc></w:tr></w:tbl>" * 1_000
    assert (
        report(docx(body=f"{opened}<w:p><w:r><w:t>Four died.</w:t></w:r></w:p>{closed}"), "deep.docx").text
        == "Four died."
    )


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "a password"),
    ],
    ids=["old", "locked"],
)
def test_old_and_locked_documents_say_what_to_do(reject: Callable[..., Reject], data: bytes, part: str) -> None:
    assert part in reject(data, "report.doc").detail


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARAGRAPHS)
def test_every_word_comes_back(report: Callable[..., Report], docx: Docx, paragraphs: list[str]) -> None:
    text = report(docx(*paragraphs), "report.docx").text
    assert "".join(text.split()) == "".join("".join(paragraphs).split()) or not text.isascii()


def test_no_damage_makes_it_raise(read: ReadBytes, docx: Docx) -> None:
    whole, chance = docx(FIRST, SECOND), random.Random(7)  # noqa: S311  (the damage is the same each time)
    for _ in range(150):
        data = bytearray(whole[: chance.randrange(1, len(whole))] if chance.random() < 0.3 else whole)
        for _ in range(chance.randrange(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        for entry in read(bytes(data), "report.docx"):
            assert isinstance(entry, Report) or entry.detail.isprintable()
