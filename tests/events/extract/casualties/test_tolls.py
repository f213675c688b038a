"""Casualties are counted by kind, each figure once."""

from collections.abc import Callable

import pytest

from schemas.casualties import total
from schemas.incident import Telling
from schemas.vocabulary import CasualtyKind

Founded = Callable[..., list[Telling]]

KILLED, INJURED = CasualtyKind.KILLED, CasualtyKind.INJURED

# a report, and low, best and high of those killed and of those injured; None where nothing is told
CASES = [
    ("Gunmen killed at least 30 people in two villages near Mopti on Sunday.", (30, 30, 30), None),
    ("Around 50 people were killed in an attack on Bama on Friday.", (45, 50, 55), None),
    ("Dozens of people were killed in an attack on Bama on Friday.", (12, 12, 99), None),
    ("Four were killed and six wounded in an attack on Bama on Friday.", (4, 4, 4), (6, 6, 6)),
    ("An attack on Bama on Friday left five people dead.", (5, 5, 5), None),
    ("A bomb exploded in Kano on Friday, wounding nine people.", None, (9, 9, 9)),
    ("Nobody was killed in Friday's bomb attack in Cali, but 12 people were injured.", (0, 0, 0), (12, 12, 12)),
    ("There were no casualties in Friday's bomb attack in Cali.", (0, 0, 0), (0, 0, 0)),
    ("The attack in Gao on Friday killed four civilians, two soldiers and a rebel.", (7, 7, 7), None),
    (
        "Four civilians and two soldiers were killed and 12 people wounded in Friday's attack in Gao.",
        (6, 6, 6),
        (12, 12, 12),
    ),
    ("Two people were killed when rebels ambushed a bus near Goma. The toll later rose to five.", (5, 5, 5), None),
    ("A 45-year-old teacher was shot dead in Pattani on Monday.", (1, 1, 1), None),
    ("Jane Doe, a nurse, was killed in an attack on a clinic in Gao on Friday.", (1, 1, 1), None),
    ("A soldier was killed in an attack in Gao. The soldier, a father of three, was 24.", (1, 1, 1), None),
    ("Gunmen attacked a bus near Goma on Friday.", None, None),
    # a suicide bomber whose death is not told raises the highest figure only
    ("A suicide bomber killed ten people in Kabul on Monday.", (10, 10, 11), None),
    # the army's word against its enemy's: what is denied is not counted
    ("An attack on Bama on Friday killed nine people. The army denied that it killed 40 people.", (9, 9, 9), None),
]

BURNT = """The attackers burned 40 houses and stole 200 cows in a raid on a village near Pibor on Monday at 5.30 a.m.
Three villagers aged 24 to 31 were killed. The raiders came on 12 motorcycles. In 2019 the village had 900 people."""


def bounds(telling: Telling, kind: CasualtyKind) -> tuple[int, int, int] | None:
    count = total(telling.account.casualties, kind)
    return (count.low, count.best, count.high) if count else None


@pytest.mark.parametrize(("text", "killed", "injured"), CASES)
def test_casualties_are_counted(
    founded: Founded, text: str, killed: tuple[int, int, int] | None, injured: tuple[int, int, int] | None
) -> None:
    (telling,) = founded(text)
    assert (bounds(telling, KILLED), bounds(telling, INJURED)) == (killed, injured)


def test_houses_cows_ages_times_and_years_are_no_victims(founded: Founded) -> None:
    (telling,) = founded(BURNT)
    assert bounds(telling, KILLED) == (3, 3, 3)
    assert {entry.kind for entry in telling.account.casualties} == {KILLED}


@pytest.mark.parametrize("text", [text for text, *_ in CASES])
def test_each_side_has_one_figure_of_a_kind(founded: Founded, text: str) -> None:
    (telling,) = founded(text)
    counted = [(entry.kind, entry.side) for entry in telling.account.casualties]
    assert len(set(counted)) == len(counted)
