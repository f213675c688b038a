"""What became of people is told of the people, whatever points at them."""

from collections.abc import Callable

import pytest

from schemas.casualties import total
from schemas.incident import Telling
from schemas.vocabulary import CasualtyKind

Founded = Callable[..., list[Telling]]

# a report, and who was killed, injured and abducted in the end; None where nothing is told
CASES = [
    ("A nurse was stabbed by a mob in Goma on Friday. He was rushed to hospital, but died there.", 1, None, None),
    ("A guard was beaten by gunmen in Kabul on Friday. She later died in hospital.", 1, None, None),
    ("Two nurses were wounded by a shell in Sirte on Friday. They died the next day.", 2, None, None),
    ("A cook was shot in his home in Aden on Friday. He was hospitalised and later passed away.", 1, None, None),
    ("A cook was shot in his home in Aden on Friday. He was treated in a clinic.", None, 1, None),
    ("Two porters were abducted in Khost on Friday and found dead on Sunday.", 2, None, 2),
    ("Three teachers were kidnapped near Mubi on Friday. Their bodies were found on Sunday.", 3, None, 3),
    ("A teacher was kidnapped in Quetta on Friday. His body was found on Sunday.", 1, None, 1),
    ("A judge was killed by gunmen in Cali on Friday. He died on the spot.", 1, None, None),
    ("A judge was on his way home in Cali on Friday when he was stabbed by gunmen.", None, 1, None),
    ("Gunmen fired on a car in Cali on Friday. Its driver fled. He was seriously injured.", None, 1, None),
    ("A clerk was shot by gunmen in Kabul on Friday. The bullet hit her in the leg.", None, 1, None),
    ("A clerk was shot in the leg by gunmen in Kabul on Friday. He was shot in a taxi.", None, 1, None),
    ("A clerk was shot by gunmen in Kabul on Friday. The clerk was treated in a clinic.", None, 1, None),
    ("A clerk and a cook were shot by gunmen in Kabul on Friday. Both were killed.", 2, None, None),
    ("A mob beat a clerk and a cook in Kabul on Friday. Both needed surgery.", None, 2, None),
    # later, and on another day
    ("Six traders were wounded by gunmen in Auno on Tuesday. One of the wounded died on Wednesday.", 1, 5, None),
    ("A trader was wounded by gunmen in Auno on Tuesday. The victim succumbed on Friday.", 1, None, None),
    ("A trader was wounded by gunmen in Auno on Tuesday. The trader died on Friday.", 1, None, None),
    ("Two traders were wounded by gunmen in Auno on Tuesday. One of the traders died on Friday.", 1, 1, None),
    ("A trader was wounded by gunmen in Auno on Tuesday. A trader died on Friday.", None, 1, None),
    ("Five guards were wounded by a mob in Auno on Tuesday, but only one required surgery.", None, 5, None),
    ("Six guards were wounded by a mob in Auno on Tuesday. Two of the guards were badly hurt.", None, 6, None),
    ("A clerk was killed by a shell in Idlib on Monday. He was hit by shrapnel.", 1, None, None),
    ("Nine clerks were shot dead in Zare on Monday. Two of the fatalities were guards.", 9, None, None),
    ("Gunmen killed a councillor and her driver in Rio on Monday. Two fatalities.", 2, None, None),
    # whom a pronoun means in its own sentence
    ("A gunman broke into a house in Goma on Friday and shot him.", 1, None, None),
    ("Two cooks and a nun were on their way to Goma on Friday when they were abducted.", None, None, 3),
    ("Two cooks were stopped near Goma on Friday by rebels who held them for nine days.", None, None, 2),
    ("Six soldiers were wounded in an ambush near Gao on Friday. A farmer was killed. He died at once.", 1, 6, None),
]


@pytest.mark.parametrize(("text", "killed", "injured", "abducted"), CASES)
def test_each_victim_is_in_the_state_told_last(
    founded: Founded, text: str, killed: int | None, injured: int | None, abducted: int | None
) -> None:
    telling, *_ = founded(text)
    counts = {kind: total(telling.account.casualties, kind) for kind in CasualtyKind}
    found = {kind: count.best if count else None for kind, count in counts.items()}
    expected = (killed, injured, abducted)
    assert (found[CasualtyKind.KILLED], found[CasualtyKind.INJURED], found[CasualtyKind.ABDUCTED]) == expected
