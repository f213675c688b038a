"""The codebook of signs: every rule stands beside a sentence that it is for, and every sign has its weight."""

import re
from importlib import resources

import pytest

from events.places.finding.weights import NameWeights

BOOK = resources.files("schemas").joinpath("codebooks", "place_names.toml").read_text(encoding="utf-8")
RULE = re.compile(
    r'(?P<sentences>(?:^# ".+"\n)+)\[(?P<heading>[\w.]+)\]\n(?:capital = true\n)?forms = \[', re.MULTILINE
)
RULES = {found["heading"]: re.findall(r'"(.+)"', found["sentences"]) for found in RULE.finditer(BOOK)}


def forms(heading: str) -> frozenset[str]:
    book = NameWeights.load()
    section, _, sign = heading.partition(".")
    rules = {"before": book.before, "after": book.after}.get(section)
    return (rules[sign] if rules else getattr(book, section)).forms


@pytest.mark.parametrize("heading", RULES)
def test_a_rule_stands_beside_sentences_with_its_words(heading: str) -> None:
    for sentence in RULES[heading]:
        words = re.findall(r"\w+", sentence.lower())
        assert forms(heading).intersection(words), sentence


def test_every_list_of_words_has_its_sentence() -> None:
    assert len(RULES) == BOOK.count("forms = [")


@pytest.mark.parametrize("sign", [*NameWeights.load().before, *NameWeights.load().after])
def test_every_sign_of_a_neighbour_has_a_weight(sign: str) -> None:
    assert sign in type(NameWeights.load().weights).model_fields
