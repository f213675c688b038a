from events.evaluate.entries import Entry
from events.evaluate.retold import originals

RAID = "Armed men raided the market of Yirgou and burnt twelve huts."


def row(name: str, text: str | None, *, source: str = "acled", killed: int = 4) -> Entry:
    return Entry(id=name, source=source, killed=killed, text=text)


def test_the_same_values_in_nearly_the_same_words_are_one_row() -> None:
    again = RAID.replace("raided the", "raided a")
    assert originals([row("a", RAID), row("b", again)]) == {"a": "a", "b": "a"}


def test_what_differs_in_a_value_a_coder_or_its_words_is_a_row_of_its_own() -> None:
    rows = [
        row("a", RAID),
        row("toll", RAID, killed=5),
        row("coder", RAID, source="gtd"),
        row("words", "Armed men raided the school of Yirgou at night and took nobody."),
    ]
    assert originals(rows) == {entry.id: entry.id for entry in rows}


def test_the_same_values_without_words_are_two_rows() -> None:
    assert originals([row("a", None), row("b", None)]) == {"a": "a", "b": "b"}
