"""What speaks for one incident and against it is weighed, with reasons."""

from collections.abc import Callable
from typing import Any

import pytest

from events.extract.cues.reading import SentenceReader
from events.extract.text.sentences import Sentence
from events.extract.weaving.kinship import WEIGHTS, kinship
from events.extract.weaving.pieces import pieces_of
from events.extract.weaving.scenes import scenes_of
from events.extract.weaving.strands import weave
from events.extract.words.lexicon import Lexicon
from tests.events.extract.conftest import MONDAY

# what was told, what is told next, and a reason that must be among those found
REASONS = [
    ("A bomb exploded near a bank on Friday.", "The explosion broke windows.", "points back"),
    ("A bomb exploded near a bank on Friday.", "On Saturday gunmen attacked a bus.", "other day"),
    ("A bomb exploded in Kano.", "A bomb exploded in Jos.", "other town"),
    ("Rebels kidnapped a farmer.", "A bomb exploded near a bank.", "other kind"),
    ("Rebels attacked a mill.", "They also attacked a farm.", "another"),
    ("Gunmen murdered Ana Torres in her office.", "Ms Torres was murdered after a meeting.", "same person"),
    ("Gunmen murdered Ana Torres in her office.", "Luis Vega was murdered in his garden.", "other person"),
    ("Rebels attacked a mill.", "Two people were killed.", "no new event"),
    ("Gunmen shot dead a guard.", "A porter was also killed.", "harmed, too"),
    ("Gunmen attacked a hotel.", "The attackers shot the porter.", "known actors"),
    ("Gunmen attacked a hotel.", "Kidnappings are common there.", "a kind of incident"),
]


@pytest.mark.parametrize(("told", "next_told", "reason"), REASONS)
def test_a_score_gives_its_reasons(
    lexicon: Lexicon, parse: Callable[[str], Any], told: str, next_told: str, reason: str
) -> None:
    reader = SentenceReader(lexicon)
    first, second = (reader.read(Sentence(text, 0, 0), parse(text), published=MONDAY) for text in (told, next_told))
    (strand,) = weave([first], today=MONDAY)
    scene = scenes_of(pieces_of(second, 1, MONDAY))[0]
    found = kinship(scene, strand, is_last=True)
    assert reason in found.reasons
    assert found.score == pytest.approx(sum(WEIGHTS[name] for name in found.reasons))
