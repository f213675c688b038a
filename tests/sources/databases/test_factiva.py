"""Factiva's layouts, with codes and without."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from schemas.report import Reject, Report
from schemas.vocabulary import RejectReason

HERE = Path(__file__).parent
CODED = (HERE / "factiva-coded.txt").read_text(encoding="utf-8")
PLAIN = (HERE / "factiva-plain.txt").read_text(encoding="utf-8")
ReadBytes = Callable[..., list[Report | Reject]]

END = "Document EXWI000020210308eh380001a"


def coded(*, title: str = "Dam", body: str = "Two died.", end: str = f"AN   {END}\n") -> str:
    return f"HD   {title}\nPD   8 March 2021\nSN   Example Wire\nLA   English\nLP\n{body}\n\n{end}"


def plain(*, title: str = "Dam attacked by men", body: str = "Two died.", end: str = f"{END}\n") -> str:
    return f"{title}\n9 words\n8 March 2021\nExample Wire\nEXWI\nEnglish\n(c) 2021 Example Wire\n\n{body}\n\n{end}"


def unspaced(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def tabbed(text: str) -> str:
    return text.replace("   ", "\t")


@pytest.mark.parametrize("download", [CODED, unspaced(CODED), tabbed(CODED)])
def test_a_download_with_codes_gives_each_article(read: ReadBytes, download: str) -> None:
    first, second, third = read(download)
    assert isinstance(first, Report)
    assert unspaced(first.text).split("\n") == [
        "BANJSKA, Kosovo, Sept 25 (Example Wire) - A Kosovo police officer was shot dead on Sunday near Banjska.",
        "IN  ONE DAY of fighting at least three gunmen were killed.",
        "LA PAZ and other capitals condemned the attack.",
    ]
    assert first.title == "Police officer shot dead in north Kosovo"
    assert (first.byline, first.publisher, first.language) == ("Jane Doe", "Example Wire", "en")
    assert (first.published, first.external_id) == (date(2023, 9, 25), "EXWI000020230925ej9p0001u")
    assert (first.dateline, first.part) == ("BANJSKA, Kosovo, Sept 25", "article 1")
    assert isinstance(second, Report)
    assert unspaced(second.text).split("\n")[-1] == "At least 59 people were dead."
    assert (second.publisher, second.external_id) == ("Example Daily", "EXDA000020130922e99m0002x")
    assert isinstance(third, Report)
    assert (third.published, third.language, third.byline) == (date(2016, 12, 21), "de", "Erika Muster")
    assert (third.text[-7:], third.external_id) == ("z fuhr.", "BEISP00020161221eccl0000a")


@pytest.mark.parametrize("download", [PLAIN, unspaced(PLAIN)])
def test_a_download_without_codes_gives_each_article(read: ReadBytes, download: str) -> None:
    first, second, third = read(download)
    assert isinstance(first, Report)
    assert unspaced(first.text).split("\n")[1:] == ["512 words", "At least three gunmen were killed."]
    assert (first.title, first.byline) == ("Police officer shot dead in north Kosovo", "Jane Doe")
    assert (first.publisher, first.language, first.published) == ("Example Wire", "en", date(2023, 9, 25))
    assert first.external_id == "EXWI000020230925ej9p0001u"
    assert isinstance(second, Report)
    assert (second.title, second.byline) == ("Gunmen hold part of Nairobi mall", "John Roe")
    assert second.text == "Gunmen of al-Shabaab held part of the Westgate mall in Nairobi for a second day."
    assert isinstance(third, Report)
    assert (third.publisher, third.published, third.language) == ("Beispiel-Zeitung", date(2016, 12, 21), "de")


@pytest.mark.parametrize(
    ("download", "part"),
    [
        (coded() + coded(title="Outcry", body="") + coded(title="Last"), "article 2"),
        (plain() + plain(title="Outcry", body="") + plain(title="Last"), "article 2"),
    ],
)
def test_an_article_without_text_costs_only_itself(read: ReadBytes, download: str, part: str) -> None:
    first, told, last = read(download)
    assert isinstance(first, Report)
    assert isinstance(told, Reject)
    assert (told.reason, told.part) == (RejectReason.EMPTY, part)
    assert "'Outcry'" in told.detail
    assert isinstance(last, Report)
    assert last.title == "Last"


@pytest.mark.parametrize(
    "download",
    [
        f"{coded()}SE   World\nPD   8 March 2021\nAN   {END}\n{coded(title='Last')}",
        f"{plain()}What is this?\n{END}\n{plain(title='Last')}",
    ],
)
def test_an_article_whose_header_cannot_be_told_costs_only_itself(read: ReadBytes, download: str) -> None:
    first, told, last = read(download)
    assert isinstance(first, Report)
    assert isinstance(told, Reject)
    assert told.reason is RejectReason.MALFORMED
    assert isinstance(last, Report)
    assert last.title == "Last"


@pytest.mark.parametrize("download", [coded() + coded(title="Broken", end=""), plain() + plain(title="Broken", end="")])
def test_an_article_that_breaks_off_is_told(read: ReadBytes, download: str) -> None:
    report, told = read(download)
    assert isinstance(report, Report)
    assert isinstance(told, Reject)
    assert told.reason is RejectReason.MALFORMED
    assert "'Broken'" in told.detail


@pytest.mark.parametrize("download", [coded(), plain()])
def test_words_under_the_last_article_are_told(read: ReadBytes, download: str) -> None:
    report, told = read(f"{download}\nA note of mine.\n")
    assert isinstance(report, Report)
    assert isinstance(told, Reject)
    assert (told.reason, told.part) == (RejectReason.INCOMPLETE, None)
    assert "'A note of mine.'" in told.detail


@pytest.mark.parametrize(
    ("above", "title", "byline"),
    [
        ("World News\nGunmen stop lorry near dam\nJane Doe", "Gunmen stop lorry near dam", "Jane Doe"),
        ("Gunmen stop lorry near dam\nBy Jane Doe\nExample Wire", "Gunmen stop lorry near dam", "Jane Doe"),
        (
            "Gunmen stop lorry near dam\nRené d'Étoile and Jane Doe",
            "Gunmen stop lorry near dam",
            "René d'Étoile and Jane Doe",
        ),
        ("World News\nGunmen stop lorry near dam", "Gunmen stop lorry near dam", None),
        ("Gunmen stop lorry near dam\nFour are sought", "Gunmen stop lorry near dam", None),
    ],
)
def test_headline_and_byline_are_told_from_what_stands_with_them(
    read: ReadBytes, above: str, title: str, byline: str | None
) -> None:
    (report,) = read(plain(title=above))
    assert isinstance(report, Report)
    assert (report.title, report.byline) == (title, byline)


@pytest.mark.parametrize(
    "text",
    [
        "Two guards died.\n\n512 words\n8 March 2021\n\nThe dam stands.",
        f"Two guards died.\n\n{END}",
        "HD  is a kind of television.\nTD  is a score.\nAN  old man died.",
        "IN  KABUL two guards died.\n\nLA  PAZ was calm.",
    ],
)
def test_a_report_that_only_looks_a_little_like_a_download_is_one_report(read: ReadBytes, text: str) -> None:
    (report,) = read(text)
    assert isinstance(report, Report)
    assert (report.text, report.part) == (text, None)
