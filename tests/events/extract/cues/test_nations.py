"""Countries, peoples and armed groups vote for a country wherever a text names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extract.cues.nations import NationFinder
from events.extract.words.lexicon import Lexicon

VOTES = [
    ("The bomb went off in Kano, Nigeria.", [("Nigeria", "country", ())]),
    ("Turkish jets bombed a camp.", [("Turkish", "demonym", ("Turkey",))]),
    ("Soldiers from Chad were killed in Mali.", [("Chad", "country", ()), ("Mali", "country", ())]),
    ("Troops left South Sudan for Sudan.", [("South Sudan", "country", ()), ("Sudan", "country", ())]),
    ("The U.S. embassy in the US.", [("U.S", "country", ()), ("US", "country", ())]),
    ("The Democratic Republic of\nthe Congo", [("Democratic Republic of\nthe Congo", "country", ())]),
    ("SOLDIERS TOLD US IN COLOMBIA.", [("COLOMBIA", "country", ())]),
    ("Mali's army fled.", [("Mali", "country", ())]),
    ("Latin American leaders met.", []),
    ("Two doctors (Italian) and a nurse (Kenyan, 34) were shot.", []),
    ("A bomb went off under their car. The CAR denied it.", [("CAR", "country", ())]),
    ("A CAR BOMB WENT OFF IN PERU.", [("PERU", "country", ())]),
    ("Al-Shabaab fighters attacked.", [("Somalia", "actor", ())]),
    ("The chad hung from the mali.", []),
    ("Gunmen killed five people.", []),
]


@pytest.fixture(scope="module")
def nations(lexicon: Lexicon) -> NationFinder:
    """Give the finder that all cases share."""
    return NationFinder(lexicon)


@pytest.mark.parametrize(("text", "votes"), VOTES)
def test_countries_and_peoples_vote_wherever_they_stand(
    nations: NationFinder, text: str, votes: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert [(vote.name, vote.relation, vote.within) for vote in nations.votes(text)] == votes


@given(text=st.text(st.sampled_from("Mali US'.\n SouthdanCong-"), max_size=80), start=st.integers(0, 99))
def test_every_vote_stands_in_the_text(nations: NationFinder, text: str, start: int) -> None:
    for vote in nations.votes(text, start=start):
        assert vote.relation == "actor" or text[vote.span.start - start : vote.span.end - start] == vote.name
