"""The project's own coded reports, and the task that each is scored at."""

__all__ = ["CORPORA", "task_of"]

CORPORA = (
    "examples/coded.jsonl",
    "examples/quiet.jsonl",
    "examples/quiet-held.jsonl",
    "examples/summaries.jsonl",
    "examples/summaries-held.jsonl",
    "examples/dates.jsonl",
    "examples/dates-held.jsonl",
    "examples/places.jsonl",
    "examples/places-held.jsonl",
    "examples/links.jsonl",
    "examples/links-held.jsonl",
    "examples/links-fresh.jsonl",
)


def task_of(name: str) -> str:
    """Name the task of a corpus by the first part of its name; incidents where it names none.

    >>> task_of("dates-held"), task_of("quiet-held")
    ('dates', 'incidents')
    """
    first = name.partition("-")[0]
    return first if first in ("dates", "places", "links") else "incidents"
