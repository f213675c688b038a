import pytest

from events.places.ties import dateline_names, tied
from schemas.place import PlaceReference
from schemas.span import Span

KINDS = ("village", "province", "town")


def _references(text: str, *names: str) -> list[PlaceReference]:
    return [PlaceReference(name=n, span=Span(start=text.index(n), end=text.index(n) + len(n))) for n in names]


@pytest.mark.parametrize(
    ("text", "names", "within"),
    [
        ("two died in Oxford, North Carolina, on", ("Oxford", "North Carolina"), ("North Carolina",)),
        ("PARIS, Mo. - Police", ("PARIS", "Mo."), ("Mo.",)),
        ("in Sangin (Helmand) on", ("Sangin", "Helmand"), ("Helmand",)),
        ("the village of Banjska in Kosovo", ("Banjska", "Kosovo"), ("Kosovo",)),
        ("in Oxford and North Carolina", ("Oxford", "North Carolina"), ()),
        ("from Pristina to Belgrade", ("Pristina", "Belgrade"), ()),
    ],
)
def test_names_that_stand_together_are_tied(text: str, names: tuple[str, ...], within: tuple[str, ...]) -> None:
    assert tied(text, _references(text, *names), kind_words=KINDS)[0].within == within


LISTS = [
    ("Marietta, Lancaster and Athens", ("Marietta", "Lancaster", "Athens"), ((), (), ())),
    ("Oxford, Texas and Kansas", ("Oxford", "Texas", "Kansas"), (("Texas",), (), ())),
    ("Ada, Hugo, Paris, or Troy", ("Ada", "Hugo", "Paris", "Troy"), ((), (), (), ())),
    ("Hugo in Lancaster and Athens", ("Hugo", "Lancaster", "Athens"), (("Lancaster",), (), ())),
]


@pytest.mark.parametrize(("text", "names", "within"), LISTS)
def test_in_a_list_no_name_holds_the_one_before_it_unless_it_is_a_land(
    text: str, names: tuple[str, ...], within: tuple[tuple[str, ...], ...]
) -> None:
    references = tied(text, _references(text, *names), kind_words=KINDS, lands={"Texas", "Kansas"})
    assert tuple(reference.within for reference in references) == within


def test_a_chain_of_names_is_tied_to_its_end() -> None:
    text = "in Sangin, Helmand, Afghanistan"
    first = tied(text, _references(text, "Sangin", "Helmand", "Afghanistan"), kind_words=KINDS)[0]
    assert first.within == ("Helmand", "Afghanistan")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("the village of Banjska was", "village"), ("Banjska village was", "village"), ("in Banjska", None)],
)
def test_the_word_for_what_a_place_is_is_kept(text: str, kind: str | None) -> None:
    assert tied(text, _references(text, "Banjska"), kind_words=KINDS)[0].kind_word == kind


def test_what_the_extractor_tied_stays() -> None:
    text = "Paris, Texas"
    paris, texas = _references(text, "Paris", "Texas")
    known = paris.model_copy(update={"within": ("France",), "kind_word": "town"})
    assert tied(text, [known, texas], kind_words=KINDS)[0] == known


@pytest.mark.parametrize(
    ("dateline", "names"),
    [
        ("MITROVICA, Kosovo (Example Wire) -", ("MITROVICA", "Kosovo")),
        ("SAN SALVADOR, 5 JAN 90 -- [TEXT]", ("SAN SALVADOR",)),
        ("KABUL —", ("KABUL",)),
        ("", ()),
        (None, ()),
    ],
)
def test_a_dateline_is_split_into_names(dateline: str | None, names: tuple[str, ...]) -> None:
    assert dateline_names(dateline) == names
