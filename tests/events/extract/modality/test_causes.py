"""What people protest against is no event of the day."""

from collections.abc import Callable

import pytest

from schemas.incident import Telling

Founded = Callable[..., list[Telling]]

PROTESTS = [
    ("Students marched through Quetta on Monday against the murder of a judge.", "Peaceful protest"),
    ("Women marched through Lima on Sunday to demand justice for the rape of a student.", "Peaceful protest"),
    ("Lawyers rallied in Lahore on Friday to condemn the attack on a judge.", "Peaceful protest"),
    ("Nurses protested in Nairobi on Friday over the shooting of a colleague.", "Peaceful protest"),
    ("Police fired tear gas at people who protested in Basra on Friday against the bombing of Gaza.",
     "Protest with intervention"),
]  # fmt: skip

NO_CAUSES = [
    ("Gunmen attacked a rally against the budget in Kisumu on Friday, killing two people.", "Attack"),
    ("Police opened fire on a march against the coup in Mandalay on Sunday and killed two protesters.",
     "Excessive force against protesters"),
    ("A suicide bomber struck a rally in Kabul on Sunday, killing nine people.", "Suicide bomb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sub_event_type"), [*PROTESTS, *NO_CAUSES])
def test_a_protest_is_no_incident_of_the_kind_that_it_is_about(
    founded: Founded, text: str, sub_event_type: str
) -> None:
    assert [telling.account.sub_event_type for telling in founded(text)] == [sub_event_type]
