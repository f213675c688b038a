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
    ("Six soldiers were wounded in an ambush near Gao on Friday. A farmer was killed. He died at once.", 1, 6, None),
]


@pytest.mark.parametrize(("text", "killed", "injured", "abducted"), CASES)
def test_each_victim_is_in_the_state_told_last(
    founded: Founded, text: str, killed: int | None, injured: int | None, abducted: int | None
) -> None:
    (telling,) = founded(text)
    counts = {kind: total(telling.account.casualties, kind) for kind in CasualtyKind}
    found = {kind: count.best if count else None for kind, count in counts.items()}
    expected = (killed, injured, abducted)
    assert (found[CasualtyKind.KILLED], found[CasualtyKind.INJURED], found[CasualtyKind.ABDUCTED]) == expected
