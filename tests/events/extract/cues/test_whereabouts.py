"""Place names are found with the words around them that say more; persons and peoples are none."""

from collections.abc import Callable
from typing import Any

import pytest

from events.extract.cues.whereabouts import NamedPlace

Parse = Callable[[str], Any]
Find = Callable[[str], list[NamedPlace]]

# sentence, name, and relation, kind word, within
CASES = [
    ("Five people were shot in Kampala.", "Kampala", ("in", None, ())),
    ("Militants attacked Maiduguri on Friday.", "Maiduguri", ("in", None, ())),
    ("A bomb went off in the capital.", "capital", ("in", "capital", ())),
    ("Gunmen shot a judge near the Somali capital.", "capital", ("near", "capital", ("Somali",))),
    ("A bomb exploded in La Paz.", "La Paz", ("in", None, ())),
    ("A BOMB EXPLODED IN SAN PEDRO SULA ON MONDAY.", "San Pedro Sula", ("in", None, ())),
    ("A mob killed a man in Port-au-Prince.", "Port-au-Prince", ("in", None, ())),
    ("Gunmen ambushed a convoy near Mazar-i-Sharif.", "Mazar-i-Sharif", ("near", None, ())),
    ("A bomb went off in Kabul-controlled territory.", "Kabul", ("loose", None, ())),
    ("Kharkiv was shelled at dawn.", "Kharkiv", ("in", None, ())),
    ("In Kabul, gunmen killed a judge.", "Kabul", ("in", None, ())),
    ("Gunmen attacked a convoy near Kadugli.", "Kadugli", ("near", None, ())),
    ("The village, near Kunduz, was shelled.", "Kunduz", ("near", None, ())),
    ("The clash took place outside Mosul.", "Mosul", ("outside", None, ())),
    ("The attack in Paris killed ten.", "Paris", ("in", None, ())),
    # the kind of place stands before or behind its name
    ("Gunmen attacked the village of Banjska on Sunday.", "Banjska", ("in", "village", ())),
    ("Rebels took the town of San Luis de la Reina.", "San Luis de la Reina", ("in", "town", ())),
    ("Gunmen attacked a village in Helmand province.", "Helmand", ("in", "province", ())),
    ("Clashes broke out in the district of Qala-e-Naw.", "Qala-e-Naw", ("in", "district", ())),
    ("He was abducted from the city of Jos.", "Jos", ("from", "city", ())),
    ("The army shelled the town of Douma.", "Douma", ("in", "town", ())),
    # a part of a place
    ("Fighting raged in northern Kosovo.", "Kosovo", ("in northern", "country", ())),
    ("Fighting raged in the north of Mali.", "Mali", ("in north of", "country", ())),
    # what it lies in
    ("The bomb went off in Kano, Nigeria.", "Kano", ("in", None, ("Nigeria",))),
    ("Five people were killed in Hama, Syria, on Monday.", "Hama", ("in", None, ("Syria",))),
    ("Gunmen stormed a hotel in the Somali capital Mogadishu.", "Mogadishu", ("in", "capital", ("Somali",))),
    ("Gunmen stormed a hotel in Somalia's capital, Mogadishu.", "Mogadishu", ("in", "capital", ("Somalia",))),
    ("Gunmen kidnapped a priest in Nigeria's Kaduna state.", "Kaduna", ("in", "state", ("Nigeria",))),
    (
        "A man was beaten in Bisara village, Dadri (Uttar Pradesh).",
        "Bisara",
        ("in", "village", ("Dadri", "Uttar Pradesh")),
    ),
    (
        "Gunmen attacked the village of Solhan (Yagha), Burkina Faso.",
        "Solhan",
        ("in", "village", ("Yagha", "Burkina Faso")),
    ),
    ("Women were raped in Kunan and Poshpora, Kupwara district.", "Kunan", ("in", None, ("Kupwara",))),
    # a site that is called by a name and what it is
    (
        "A car was hit near Baghdad International Airport.",
        "Baghdad International Airport",
        ("near", "airport", ("Baghdad",)),
    ),
    ("Gunmen stormed the Banjska Orthodox monastery.", "Banjska Orthodox monastery", ("in", "monastery", ())),
    ("Two women were shot dead at Al-Hol camp.", "Al-Hol camp", ("at", "camp", ())),
    ("A car bomb killed five at the Bab al-Hawa crossing.", "Bab al-Hawa crossing", ("at", "crossing", ())),
    (
        "A car bomb killed five at the Bab al-Hawa border crossing.",
        "Bab al-Hawa border crossing",
        ("at", "crossing", ()),
    ),
    ("A bomb went off in Maiduguri market.", "Maiduguri", ("in", "market", ())),
    ("A bomb went off in a Kabul hospital.", "Kabul", ("in", "hospital", ())),
    ("Students were shot at the University of Khartoum.", "Khartoum", ("at", "university", ())),
    ("Two guards were kidnapped in Tipo-tipo town.", "Tipo-tipo", ("in", "town", ())),
    ("A teacher was beaten in Meukek Sub-district.", "Meukek", ("in", "district", ())),
    ("A mine went off on the Kabul-Kandahar highway.", "Kabul-Kandahar", ("on", "highway", ())),
    # a name that holds a month or a kind of place
    ("Gunmen shot a trader in May Pen on Friday.", "May Pen", ("in", None, ())),
    ("A bomb exploded in Quezon City.", "Quezon City", ("in", "city", ())),
    ("A clerk was hurt in the robbery of a Suva restaurant.", "Suva", ("at", "restaurant", ())),
    ("A guard was shot and killed in Kigali Feb 14.", "Kigali", ("in", None, ())),
    # so far from it
    ("Militants ambushed a convoy 20 km north of Goma.", "Goma", ("20 km north of", "north", ())),
    # on the way
    ("A bus was hit on the road between Gao and Kidal.", "Kidal", ("between", None, ())),
    ("A bus was hit on the road to Goma.", "Goma", ("to", None, ())),
    # looser ties
    ("The Paris attack killed ten.", "Paris", ("modifier", None, ())),
    ("Soldiers from Chad were killed in Mali.", "Mali", ("in", "country", ())),
]

NO_PLACES = [
    "President Vucic condemned the attack.",
    "General Burhan praised the troops.",
    "Mr. Okello was shot dead.",
    "Serbs attacked the police.",
    "Turkish jets bombed a camp.",
    "The Taliban attacked a base.",
    "He was killed on Monday.",
    "They were shot in May.",
    "NGO staff were shot by men from the JNIM.",
    "Gunmen killed five people.",
    "Suspected Boko Haram gunmen killed five people.",
    "Jordan said two soldiers were killed.",
    "Fans of Real Madrid clashed with police.",
    "Police arrested a friend of Mark Okello.",
    "The Washington Post said five were killed.",
    "A driver was shot between North and South.",
    "Gunmen stormed the Orthodox monastery.",
]


@pytest.mark.parametrize(("sentence", "name", "expected"), CASES)
def test_a_place_is_found_with_what_ties_it_to_its_clause(
    places_in: Find, sentence: str, name: str, expected: tuple[str, str | None, tuple[str, ...]]
) -> None:
    found = {named.reference.name: named.reference for named in places_in(sentence)}
    assert name in found
    assert (found[name].relation, found[name].kind_word, found[name].within) == expected


@pytest.mark.parametrize("sentence", [sentence for sentence, *_ in CASES])
def test_a_place_stands_at_its_span(places_in: Find, sentence: str) -> None:
    for named in places_in(sentence):  # a wire in capitals is written as a newspaper would
        assert named.reference.span.of(sentence).casefold() == named.reference.name.casefold()


@pytest.mark.parametrize("sentence", NO_PLACES)
def test_persons_peoples_and_days_are_no_places(places_in: Find, sentence: str) -> None:
    assert places_in(sentence) == []


def test_a_place_says_how_far_it_is(places_in: Find) -> None:
    (named,) = places_in("The attack happened 20 km north of Goma.")
    assert named.reference.name == "Goma"
    assert named.reference.relation.endswith("north of")


def test_where_somebody_comes_from_is_told_apart_from_where_it_was(places_in: Find) -> None:
    relations = {
        named.reference.name: named.reference.relation for named in places_in("Soldiers from Chad were killed in Mali.")
    }
    assert relations == {"Chad": "from", "Mali": "in"}


def test_a_place_hangs_on_the_word_it_locates(places_in: Find) -> None:
    (named,) = places_in("Police in Kosovo said that five died.")
    assert named.anchor.text == "Police"
