"""A round-up sums several incidents; a siege of days is one."""

from collections.abc import Callable

import pytest

from schemas.incident import Telling
from schemas.vocabulary import Scope

Founded = Callable[..., list[Telling]]

ROUND_UPS = [
    "At least 60 people have been killed since Thursday in clashes in five towns, the police said.",
    "Forty people died in ethnic violence in Jos between 18 and 22 September.",
    "The army killed 393 guerrillas in more than 600 clashes, a general said.",
    "Gunmen carried out twelve kidnappings in Zamfara.",
]
SINGLE = [
    "At least 60 people have been killed since Thursday in the siege of a hotel in Gao, where gunmen attacked guests.",
    "Gunmen killed five people in Kano on Friday.",
    "Five people were killed in clashes in Jos on Sunday.",
    "Rebels attacked a village near Gao with four bombs and killed nine people.",
    "Two attacks in Gao on Sunday killed nine people.",
]


@pytest.mark.parametrize(
    ("scope", "text"),
    [(Scope.AGGREGATE, text) for text in ROUND_UPS] + [(Scope.SINGLE, text) for text in SINGLE],
)
def test_a_sum_is_told_from_an_incident(founded: Founded, scope: Scope, text: str) -> None:
    assert {telling.account.scope for telling in founded(text)} == {scope}
