"""Stories of several sentences: who is told twice is counted once, and each side has its own."""

from collections.abc import Callable

import pytest

from schemas.casualties import total
from schemas.incident import Telling
from schemas.vocabulary import CasualtyKind, Side

Founded = Callable[..., list[Telling]]

KILLED, INJURED = CasualtyKind.KILLED, CasualtyKind.INJURED

# a story, how many were killed in it and how many injured; None where nothing is told
STORIES = {
    "a total and its parts": [
        ("Gunmen killed seven people in Bama on Friday. Two soldiers and five farmers died in the attack.", 7, None),
        ("Two soldiers and five farmers died in Friday's attack in Bama. In all, seven people were killed.", 7, None),
        ("Gunmen killed ten people in Bama on Friday, including three children. Three children died.", 10, None),
        ("An attack in Bama on Friday killed five. An officer lost his life, and four more people died.", 5, None),
        ("An officer lost his life in an attack in Bama on Friday. Four more people died.", 5, None),
        ("Rebels killed four civilians in Bama on Friday. A farmer, a nurse and two students were killed.", 4, None),
        ("Rebels killed a farmer and two students in Bama on Friday. The three civilians were shot dead.", 3, None),
        ("Gunmen killed three staff in Bama on Friday. The director, a nurse and the driver were killed.", 3, None),
        ("Rebels killed 12 villagers in Bama on Friday. Two women were killed. A teacher was killed.", 12, None),
    ],
    "the same group again": [
        (
            "Gunmen killed three soldiers near Bama on Friday. The three soldiers were shot dead at a checkpoint.",
            3,
            None,
        ),
        ("Gunmen killed a policeman in Bama on Friday. The officer was shot dead at his home.", 1, None),
        ("Gunmen killed a reporter in Bama on Friday. Ana Cruz, a reporter, was shot dead at home.", 1, None),
        ("Ana Cruz was shot dead in Bama on Friday. Cruz was killed by two gunmen.", 1, None),
        ("Gunmen killed Minister Paul Okoro in Bama on Friday. The general was shot dead in his car.", 1, None),
        ("Gunmen killed a man in Bama on Friday. Ben Diaz, 40, was shot dead at his door.", 1, None),
        ("A bomb killed 13 U.S. troops in Kabul on Friday. The 13 American soldiers were killed at a gate.", 13, None),
        ("Gunmen killed five militants in Bama on Friday. The five fighters were killed at dawn.", 5, None),
        ("Four dead in Bama attack. Gunmen killed four people in Bama on Friday.", 4, None),
        ("Gunmen killed two soldiers near Bama on Friday. Soldiers died. Two soldiers were killed.", 2, None),
    ],
    "named people and the number that counts them": [
        ("Gunmen killed two officers in Bama on Friday. Captain Paul Okoro and Sergeant Ben Diaz died.", 2, None),
        ("Gunmen killed two reporters, Ana Cruz and Ben Diaz, in Bama on Friday.", 2, None),
        ("Ana Cruz, Ben Diaz and Carl Okoro were killed by gunmen in Bama on Friday.", 3, None),
        ("Gunmen killed three teachers in Bama on Friday. Ana Cruz was shot dead. Ben Diaz was killed.", 3, None),
        ("Gunmen killed two people in Bama on Friday. Ana Cruz and Ben Diaz were shot dead.", 2, None),
    ],
    "names and who they were": [
        ("Ana Cruz and Ben Diaz were shot dead in Bama on Friday. Rebels killed these two missionaries.", 2, None),
    ],
    "one name after another, each alone: the victim of another incident, unless the words join them": [
        ("Ana Cruz was shot dead in Bama on Friday. Police recalled the murder of Ben Diaz.", 1, None),
        ("Ana Cruz was shot dead in Bama on Friday. Ben Diaz was also killed.", 2, None),
        ("Ana Cruz and Ben Diaz were shot dead in Bama on Friday.", 2, None),
    ],
    "different people": [
        ("Rebels killed a constable in Bama on Friday. Two soldiers were killed, too.", 3, None),
        ("A constable was killed in a clash in Bama on Friday. Two soldiers were killed at the gate.", 3, None),
        ("Minister Paul Okoro was killed in an attack in Bama on Friday. Two bodyguards were also killed.", 3, None),
        ("Minister Paul Okoro was killed in an attack in Bama on Friday. His driver was killed.", 2, None),
        ("Gunmen shot dead a nurse in Bama on Friday. Her husband was killed.", 2, None),
        ("Two soldiers and four people were killed in an attack in Bama on Friday.", 6, None),
        ("A man and a woman were killed in an attack in Bama on Friday.", 2, None),
        ("A bomb killed 60 Afghans and 13 Americans in Kabul on Friday.", 73, None),
        ("Rebels killed two soldiers in Bama on Friday. Five rebels were killed.", 7, None),
    ],
    "more of them": [
        ("Gunmen killed five people in Bama on Friday. Two more died in hospital.", 7, None),
        ("Gunmen killed five people in Bama on Friday. Two more died in hospital. Seven people were killed.", 7, None),
        ("Gunmen killed two soldiers in Bama on Friday. Another soldier died later.", 3, None),
        ("Gunmen killed one soldier and wounded four others in Bama on Friday.", 1, 4),
        ("Gunmen killed three people and wounded ten in Bama on Friday. Two others were wounded later.", 3, 12),
        ("Gunmen killed one person and wounded another in Bama on Friday.", 1, 1),
    ],
    "a running toll": [
        ("Gunmen killed nine people in Bama on Friday. The toll from the attack rose from nine to 14.", 14, None),
        ("Gunmen killed nine people in Bama on Friday. The number of people killed has risen to 14.", 14, None),
        ("A bomb went off in Bama on Friday. The number of the dead had grown to 22.", 22, None),
        ("Gunmen killed 20 people in Bama on Friday. The death toll was revised from 20 to 14.", 14, None),
        ("Gunmen killed two soldiers in Bama on Friday. A total of nine people were killed.", 9, None),
        ("A bomb wounded nine people in Bama on Friday. The number of injured rose to 30.", None, 30),
        ("Gunmen killed two soldiers in Bama on Friday. In all, nine people were killed.", 9, None),
        ("Gunmen killed all five people in a bus near Bama on Friday. Nine people were killed.", 9, None),
        ("An attack on Bama on Friday left a death toll of 30.", 30, None),
    ],
    "who was among the dead": [
        ("Gunmen killed 14 people in Bama on Friday. Six policemen were among the dead.", 14, None),
        ("Gunmen attacked a post in Bama on Friday. Six policemen were among the dead.", 6, None),
        ("Gunmen killed 14 people in Bama on Friday. Two of the dead were soldiers.", 14, None),
        ("Gunmen killed 14 people, seven of them children, in Bama on Friday.", 14, None),
        ("Gunmen killed two people, both soldiers, in Bama on Friday.", 2, None),
        ("Gunmen killed four people in Bama on Friday. The victims included two women and a child.", 4, None),
        ("Gunmen killed four people in Bama on Friday. Two of those killed were police officers.", 4, None),
    ],
    "a later fate": [
        ("Gunmen wounded nine people in Bama on Friday. Two of the wounded later died.", 2, 7),
        ("Gunmen killed five and wounded ten in Bama on Friday. One of the injured died in hospital.", 6, 9),
        ("Gunmen wounded a soldier in Bama on Friday. The soldier died of his wounds.", 1, None),
        ("Gunmen killed five and wounded ten in Bama on Friday. A man died, bringing the toll to six.", 6, 10),
    ],
    "vague words and figures": [
        ("Dozens of people were killed in an attack in Bama on Friday. Gunmen killed 34 people.", 34, None),
        ("Several people were killed in an attack in Bama on Friday. Gunmen killed two people.", 2, None),
        ("Several people were killed in an attack in Bama on Friday. A nurse and three farmers died.", 4, None),
    ],
}
EVERY = [case for cases in STORIES.values() for case in cases]


def best(telling: Telling, kind: CasualtyKind) -> int | None:
    count = total(telling.account.casualties, kind)
    return count.best if count else None


@pytest.mark.parametrize(("text", "killed", "injured"), EVERY)
def test_a_story_is_counted(founded: Founded, text: str, killed: int | None, injured: int | None) -> None:
    (telling,) = founded(text)
    assert (best(telling, KILLED), best(telling, INJURED)) == (killed, injured)


@pytest.mark.parametrize(("text", "killed", "injured"), EVERY)
def test_a_story_told_twice_tells_no_more(founded: Founded, text: str, killed: int | None, injured: int | None) -> None:
    (telling,) = founded(f"{text} {text}")
    assert (best(telling, KILLED), best(telling, INJURED)) == (killed, injured)


# a story, and those killed of the government's side or the first, of the other, of civilians, and nobody knows whose
SIDES = [
    ("Rebels killed 14 people in Bama on Friday. Six policemen were among the dead.", (6, 0, 0, 8)),
    ("Rebels killed 14 people, seven of them children, in Bama on Friday.", (0, 0, 7, 7)),
    ("Rebels killed two people, both soldiers, in Bama on Friday.", (2, 0, 0, 0)),
    ("Rebels killed 14 people in Bama on Friday. Two of the dead were soldiers.", (2, 0, 0, 12)),
    ("Rebels killed two soldiers and five farmers in Bama on Friday. Three rebels were killed.", (2, 3, 5, 0)),
    ("Rebels killed seven people in Bama on Friday. Two soldiers were killed.", (2, 0, 0, 5)),
    ("Rebels killed seven people in Bama on Friday, including two soldiers and a child.", (2, 0, 1, 4)),
    (
        "Police clashed with gunmen in Bama on Friday. Three of the attackers were killed. A police officer died.",
        (1, 3, 0, 0),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_each_side_has_its_own(founded: Founded, text: str, expected: tuple[int, int, int, int]) -> None:
    (telling,) = founded(text)
    counts = {entry.side: entry.count.best for entry in telling.account.casualties if entry.kind is KILLED}
    assert tuple(counts.get(side, 0) for side in (Side.A, Side.B, Side.CIVILIANS, Side.UNKNOWN)) == expected
