"""Words and names that the codebooks teach: add a line here before you add one there."""

from collections.abc import Callable

import pytest

from schemas.incident import Telling

# a sentence, ACLED's type of what it tells, and the weapon
WORDS: list[tuple[str, str, str | None]] = [
    ("Police clashed with gunmen in Gao on Monday.", "Armed clash", None),
    ("Militants attacked a village near Gao on Monday.", "Attack", None),
    ("A suicide bomber blew himself up at a checkpoint in Gao on Monday.", "Suicide bomb", "Explosives"),
    ("A mob lynched two traders in Gao on Monday.", "Mob violence", None),
    ("Gunmen kidnapped three teachers in Gao on Monday.", "Abduction/forced disappearance", None),
]

# a sentence, and one who takes part in what it tells, with his type
NAMES: list[tuple[str, str, str]] = [
    ("Boko Haram ambushed soldiers near Gao on Monday.", "Boko Haram", "Rebel group"),
    ("Taleban fighters attacked a checkpoint in Kunduz on Monday.", "Taliban", "Rebel group"),
]


@pytest.mark.parametrize(("sentence", "sub_event_type", "weapon"), WORDS)
def test_a_word_tells_an_event(
    founded: Callable[..., list[Telling]], sentence: str, sub_event_type: str, weapon: str | None
) -> None:
    (telling,) = founded(sentence)
    assert (telling.account.sub_event_type, telling.account.weapon) == (sub_event_type, weapon)


@pytest.mark.parametrize(("sentence", "name", "actor_type"), NAMES)
def test_a_name_is_known_with_its_type(
    founded: Callable[..., list[Telling]], sentence: str, name: str, actor_type: str
) -> None:
    (telling,) = founded(sentence)
    assert (name, actor_type) in {(each.actor, each.type) for each in telling.account.participants}
