"""An incident's life as plain lines: one for each run, and below it what the run brought."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from outputs.history.life import Happening
from outputs.query.visible import visible

__all__ = ["lines"]

# What an incident says when it comes; all else is in the other formats, and is told where it changes.
SAID_FIRST = frozenset({"date", "place", "country", "sub_event_type", "actor1", "actor2", "killed", "injured"})
PAST = {
    "add": "added",
    "confirm": "confirmed",
    "correct": "corrected",
    "dismiss": "dismissed",
    "merge": "merged",
    "split": "split",
}


def lines(incident_id: str, told: Iterable[Happening]) -> Iterator[str]:
    """Write a life, run by run; whatever would steer a terminal is shown, not obeyed."""
    yield f"{visible(incident_id)}\n"
    for _, run in groupby(told, key=lambda happening: happening.run_id):
        found = list(run)
        yield f"\n{visible(_run(found[0]))}\n"
        yield from (f"  {visible(line)}\n" for line in _happened(found))


def _run(first: Happening) -> str:
    moment = f"{first.finished_at:%Y-%m-%d %H:%M}" if first.finished_at else "unknown time"
    command = first.command or "unknown command"
    anew = f" ({first.renewed})" if first.renewed else ""
    return f"{moment}  run {first.run_id}: {command}{anew}, affray {first.version or 'of unknown version'}"


def _happened(found: list[Happening]) -> Iterator[str]:
    came = any(happening.change == "came" for happening in found)
    for happening in found:
        if came and happening.change == "value":
            if happening.field in SAID_FIRST:
                yield f"{happening.field}: {happening.after}"
        else:
            yield WORDS[happening.change](happening)


def _with_why(words: str, why: str | None) -> str:
    return f"{words}: {why}" if why else words


def _by(happening: Happening) -> str:
    return f" by {happening.made_by}" if happening.made_by else ""


def _outlet(happening: Happening) -> str:
    return f"{happening.publisher or 'unknown outlet'}, {happening.published or 'unknown day'} ({happening.id})"


def _came(_: Happening) -> str:
    return "the incident is told of"


def _went(_: Happening) -> str:
    return "nothing tells of the incident any more"


def _joined(happening: Happening) -> str:
    source = f" from {happening.before}" if happening.before else ""
    return _with_why(f"joined{source}: {_outlet(happening)}", happening.why)


def _left(happening: Happening) -> str:
    target = f" to {happening.after}" if happening.after else ""
    return _with_why(f"left{target}: {_outlet(happening)}", happening.why)


def _value(happening: Happening) -> str:
    # why it changed stands in the lines above it, or beside the run
    return f"{happening.field} {_or_unknown(happening.before)} -> {_or_unknown(happening.after)}"


def _or_unknown(value: str | None) -> str:
    return "unknown" if value is None else value


def _judged(happening: Happening) -> str:
    done = PAST.get(happening.field or "", happening.field or "judged")
    said = f" {happening.after}" if happening.after else ""
    return _with_why(f"{done}{_by(happening)} ({happening.id}){said}", happening.why)


def _undone(happening: Happening) -> str:
    return _with_why(f"{happening.field} undone{_by(happening)} ({happening.id})", happening.why)


def _withdrawn(happening: Happening) -> str:
    return _with_why(f"{happening.change}{_by(happening)}: {_outlet(happening)}", happening.why)


def _retired(happening: Happening) -> str:
    return _with_why(f"{happening.id} retired, goes on as {happening.after or 'nothing'}", happening.why)


def _took_over(happening: Happening) -> str:
    return _with_why(f"merged with {happening.id}, which is retired", happening.why)


def _counted(happening: Happening) -> str:
    if happening.change.endswith(" no more"):
        return f"{happening.change.removesuffix(' no more')} {happening.id} no more"
    return _with_why(f"{happening.change} {happening.id}", happening.why)


def _tagged(happening: Happening) -> str:
    return _with_why(f"tagged {happening.id}", happening.why)


WORDS: dict[str, Callable[[Happening], str]] = {
    "came": _came,
    "went": _went,
    "joined": _joined,
    "left": _left,
    "value": _value,
    "judged": _judged,
    "undone": _undone,
    "withdrawn": _withdrawn,
    "brought back": _withdrawn,
    "retired": _retired,
    "took over": _took_over,
    "counts": _counted,
    "counts no more": _counted,
    "counted by": _counted,
    "counted by no more": _counted,
    "tagged": _tagged,
}
