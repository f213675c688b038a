"""Round-ups and their parts on a page: what an incident counts, and what counts it."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from outputs.pages.dossier import Dossier, Kin
from outputs.pages.headline import headline
from outputs.pages.looks import FAINT, spaced, written

__all__ = ["drawn_kin"]

MOST = 20  # a year's round-up has hundreds


def drawn_kin(dossier: Dossier, *, whole: bool) -> Iterator[RenderableType]:
    """Draw the incidents that a round-up counts, or the round-ups that count an incident; nothing where none does."""
    for title, kin in (
        ("Part of, never to be summed with", [one for one in dossier.kin if not one.is_part]),
        ("Counts, never to be summed with them", [one for one in dossier.kin if one.is_part]),
    ):
        if kin:
            yield Text()
            yield Text(f"{title} ({len(kin):,})")
            yield from _lines(kin, whole=whole)


def _lines(kin: Sequence[Kin], *, whole: bool) -> Iterator[Text]:
    shown = kin if whole else kin[:MOST]
    for one in shown:
        yield spaced(f"  {headline(one.values)}", Text(one.incident_id, style=FAINT), Text(written(one.reason), FAINT))
    if len(shown) < len(kin):
        yield Text(f"  and {len(kin) - len(shown):,} more, which --whole lists", style=FAINT)
