"""PLOVER's record of an event, for JSON lines."""

from outputs.export.coded_layout import CodedLayout, Table

__all__ = ["PLOVER"]

PLOVER = CodedLayout(
    name="plover",
    book="plover",
    folder="plover",
    means="PLOVER's record of an event, one to a line: one for each incident of which a report tells who did it.",
    formats=("jsonl", "parquet"),
    steps=(
        "common/words",
        Table("plover/countries", "acled_countries"),
        Table("plover/events", "plover", "events"),
        Table("plover/modes", "plover", "modes"),
        Table("plover/sectors", "plover", "sectors"),
        "common/numbers",
        "common/tellers",
        "plover/entities",
        "plover/fates",
        "plover/sources",
    ),
)
