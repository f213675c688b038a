"""Tolls are totals, and who was among the dead is a part of them."""

from collections.abc import Callable

import pytest

from events.extract.cues.cue import VictimCue

Victims = Callable[[str], list[VictimCue]]

# a sentence, its kind, and the toll in it
TOLLS = [
    ("The toll from the blast rose from nine to 14 on Sunday.", "killed", 14),
    ("The number of people killed has risen to 14.", "killed", 14),
    ("The number of the dead had grown to 22.", "killed", 22),
    ("Officials put the death toll at nine.", "killed", 9),
    ("A guard died, bringing the toll to six.", "killed", 6),
    ("The blast brought to 14 the number of dead.", "killed", 14),
    ("The death toll stands at 30.", "killed", 30),
    ("The toll reached 14.", "killed", 14),
    ("The death toll was revised from 20 to 14.", "killed", 14),
    ("The bomb left a death toll of 30.", "killed", 30),
    ("The number of injured rose to 30.", "injured", 30),
]
# a sentence, and the number and the noun of each part
PARTS = [
    ("Six policemen were among the dead.", [(6, "policemen")]),
    ("Among the dead were two children.", [(2, "children")]),
    ("The dead included two children and a nurse.", [(2, "children"), (1, "nurse")]),
    ("The victims include three women.", [(3, "women")]),
    ("Two of the dead were soldiers.", [(2, "soldiers")]),
    ("Of the dead, two were soldiers.", [(2, "soldiers")]),
    ("Three of the victims were children.", [(3, "children")]),
    ("Two of those killed were soldiers.", [(2, "soldiers")]),
    ("At least 14 people, seven of them children, were killed.", [(7, "children")]),
    ("Two people, both soldiers, were killed.", [(2, "soldiers")]),
    ("Five people were killed, one of them a nurse.", [(1, "nurse")]),
]
NO_TOLLS = [
    "The number of attacks rose to 14.",
    "The road toll rose to 14 dollars for trucks.",
    "The dead were buried on Sunday.",
    "Two of the soldiers were officers.",
]


@pytest.mark.parametrize(("sentence", "kind", "best"), TOLLS)
def test_a_toll_is_a_total(victims_in: Victims, sentence: str, kind: str, best: int) -> None:
    (toll,) = [cue for cue in victims_in(sentence) if cue.is_total]
    assert (toll.kind.value, toll.count and toll.count.best) == (kind, best)


@pytest.mark.parametrize(("sentence", "expected"), PARTS)
def test_who_was_among_the_dead_is_a_part(victims_in: Victims, sentence: str, expected: list[tuple[int, str]]) -> None:
    parts = [cue for cue in victims_in(sentence) if cue.is_part]
    assert [(cue.count and cue.count.best, cue.phrase and cue.phrase.core.text) for cue in parts] == expected


@pytest.mark.parametrize("sentence", NO_TOLLS)
def test_what_counts_nobody_is_no_total(victims_in: Victims, sentence: str) -> None:
    assert not [cue for cue in victims_in(sentence) if cue.is_total or cue.is_part]
