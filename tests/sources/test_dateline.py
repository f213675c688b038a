import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dateline import Dateline, read_dateline


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        (
            "BANJSKA, Kosovo, Sept. 25 (Example Wire) - Five died.",
            Dateline("BANJSKA, Kosovo, Sept. 25", "Example Wire"),
        ),
        ("WELLINGTON (Example Wire) - A man", Dateline("WELLINGTON", "Example Wire")),
        ("Pristina (Example Wire) — Five died.", Dateline("Pristina", "Example Wire")),
        ("BELO HORIZONTE — It was", Dateline("BELO HORIZONTE")),
        ("GARISSA - Students of", Dateline("GARISSA")),
        ("PORT-AU-PRINCE, Haiti - Gangs", Dateline("PORT-AU-PRINCE, Haiti")),
        ("LAHORE: Funerals began", Dateline("LAHORE")),
        ("Nairobi, Kenya – The army", Dateline("Nairobi, Kenya")),
        ("BELGRADE, May 27 (Example Wire)", Dateline("BELGRADE, May 27", "Example Wire")),
        (
            "BELGRADE, Serbia, Sept. 25, 2023 (Example Wire) — Five",
            Dateline("BELGRADE, Serbia, Sept. 25, 2023", "Example Wire", "Sept. 25, 2023"),
        ),
        ("   LA UNION, 3 JAN 90 -- [REPORT] [TEXT] TWO", Dateline("LA UNION, 3 JAN 90", None, "3 JAN 90")),
        (
            "SAN JOSE (COSTA RICA), 11 DEC 89 (EFE - EXAMPLE)-- [TEXT] TWO",
            Dateline("SAN JOSE (COSTA RICA), 11 DEC 89", "EFE - EXAMPLE", "11 DEC 89"),
        ),
        ("CLANDESTINE, NO DATE (EXAMPLE RADIO) -- [TEXT] HE", Dateline("CLANDESTINE, NO DATE", "EXAMPLE RADIO")),
    ],
)
def test_a_dateline_is_the_place_and_what_follows_before_the_dash(paragraph: str, dateline: Dateline) -> None:
    assert read_dateline(paragraph) == dateline


@pytest.mark.parametrize(
    "paragraph",
    [
        "Five people died near Banjska - a village in the north.",
        "Police — who were late — said so.",
        "The gunmen, the police said - were",
        "UPDATE: Five dead",
        "ANALYSIS - Why they fight",
        "Banjska: what we know",
        "Monday, Sept. 25 – It was",
        "MEANWHILE, TWO REBELS -- BOTH OF THE SAME FRONT -- WERE KILLED IN THE FIGHT WITH THE ARMY",
        "Kurti, Kosovo's premier – said",
        "Example Wire — Five people",
        "BANJSKA IN THE NORTH OF KOSOVO IS A VILLAGE",
        "",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


@given(st.text())
def test_no_text_makes_it_raise(paragraph: str) -> None:
    read_dateline(paragraph)
