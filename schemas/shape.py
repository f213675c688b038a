"""The shape of a codebook: what a user's own may hold follows from what the shipped one does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

__all__ = ["misfits"]

# The one book whose outermost names are open: ISO codes of countries.
OPEN_BOOKS = frozenset({"countries"})
# A table that has this key is a record of fixed keys; one without maps words to what they mean.
RECORD_KEY = "forms"
WORDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text",
    list: "a list",
    dict: "a table",
}


def misfits(name: str, book: Mapping[str, Any], overlay: Mapping[str, Any]) -> Iterator[str]:
    """Tell, entry by entry, what of the overlay the book `name` has no place for.

    >>> list(misfits("harm", {"harm": [{"forms": ["killed"]}]}, {"harm": [{"form": ["slain"]}]}))
    ["harm[1] has no entry 'form'. Did you mean 'forms'?", "harm[1] lacks 'forms'"]
    """
    if name in OPEN_BOOKS:
        yield from _in_map("", overlay, book)
    else:
        yield from _in_record("", overlay, [book], is_partial=True)


def _in_record(
    where: str, value: Mapping[str, Any], samples: Sequence[Mapping[str, Any]], *, is_partial: bool
) -> Iterator[str]:
    """Check a table whose keys are known: all that a shipped one has; without `is_partial` what all have."""
    known: dict[str, list[Any]] = {}
    for sample in samples:
        for key, entry in sample.items():
            known.setdefault(key, []).append(entry)
    for key, entry in value.items():
        if key in known:
            yield from _in_value(_path(where, key), entry, known[key])
        else:
            yield f"{where or 'it'} has no entry '{key}'.{_proposal(key, known)}"
    if not is_partial:
        yield from (
            f"{where} lacks '{key}'" for key, all_of in known.items() if _is_lacking(key, value, all_of, samples)
        )


def _is_lacking(key: str, value: Mapping[str, Any], entries: Sequence[Any], samples: Sequence[Any]) -> bool:
    return key not in value and len(entries) == len(samples)


def _in_map(where: str, value: Mapping[str, Any], sample: Mapping[str, Any]) -> Iterator[str]:
    """Check a table that maps words to what they mean: a new word means what others do."""
    records = [entry for entry in sample.values() if isinstance(entry, Mapping)]
    for key, entry in value.items():
        path = _path(where, key)
        if records and isinstance(entry, Mapping):
            yield from _in_record(path, entry, records, is_partial=key in sample)
        else:
            yield from _in_value(path, entry, list(sample.values()))


def _in_value(where: str, value: object, samples: Sequence[Any]) -> Iterator[str]:
    kinds = {type(sample) for sample in samples}
    fits = type(value) in kinds or (type(value) is int and float in kinds)
    if kinds and not fits:
        expected = " or ".join(sorted(WORDS.get(kind, kind.__name__) for kind in kinds))
        yield f"{where} is {WORDS.get(type(value), type(value).__name__)} and should be {expected}"
    elif isinstance(value, list):
        yield from _in_list(where, value, [entry for sample in samples if isinstance(sample, list) for entry in sample])
    elif isinstance(value, Mapping):
        tables = [sample for sample in samples if isinstance(sample, Mapping)]
        is_record = any(RECORD_KEY in table for table in tables)
        if is_record:
            yield from _in_record(where, value, tables, is_partial=True)
        else:
            yield from _in_map(where, value, {key: entry for table in tables for key, entry in table.items()})


def _in_list(where: str, value: Sequence[Any], samples: Sequence[Any]) -> Iterator[str]:
    records = [sample for sample in samples if isinstance(sample, Mapping)]
    for number, entry in enumerate(value, start=1):
        if records and isinstance(entry, Mapping):
            yield from _in_record(f"{where}[{number}]", entry, records, is_partial=False)
        else:
            yield from _in_value(f"{where}[{number}]", entry, samples)


def _path(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key


def _proposal(key: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = get_close_matches(key, names, n=1)
    return f" Did you mean '{close[0]}'?" if close else f" There is: {', '.join(names[:20])}."
