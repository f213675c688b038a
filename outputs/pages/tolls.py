"""Casualties by side: what was taken, and what each report tells, side by side."""

from collections.abc import Collection, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from outputs.pages.dossier import Dossier, Toll
from outputs.pages.grid import Grid, no_claim
from outputs.pages.looks import FAINT, LOUD, named, style_of, written
from outputs.pages.marks import count_of
from outputs.pages.prove import Proof, Standing
from schemas.vocabulary import CasualtyKind, Side

__all__ = ["drawn_tolls"]

GAP = 2
NARROWEST_NAME = 20
HEADINGS = {Side.A: "side a", Side.B: "side b", Side.CIVILIANS: "civilians", Side.UNKNOWN: "unknown"}


def drawn_tolls(dossier: Dossier, proof: Proof, _grid: Grid) -> Iterator[RenderableType]:
    """Draw the counts by kind and side; below each kind the reports' own, where several tell it."""
    sides = [side for side in Side if any(toll.side == side for toll in dossier.tolls)]
    rows = [row for kind in CasualtyKind for row in _rows(kind, sides, dossier, proof)]
    if rows:
        yield Text()
        yield _table(["Casualties by side", "all", *(HEADINGS[side] for side in sides)], rows)


def _table(headings: Sequence[str], rows: Sequence[Sequence[Text]]) -> Table:
    """Set the rows; where the window is too narrow the names are cut, never a number."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP, 0, 0), header_style=LOUD)
    for index, heading in enumerate(headings):
        width = max(cell_len(heading), *(row[index].cell_len for row in rows))
        is_name = index == 0
        table.add_column(
            heading,
            justify="left" if is_name else "right",
            min_width=NARROWEST_NAME if is_name else width,
            no_wrap=True,
            overflow="ellipsis",
        )
    for row in rows:
        table.add_row(*row)
    return table


def _rows(kind: CasualtyKind, sides: Sequence[Side], dossier: Dossier, proof: Proof) -> Iterator[list[Text]]:
    taken = [proved for proved in proof.tolls if proved.toll.kind == kind]
    if not taken:
        return
    unproved = {proved.toll.side for proved in taken if proved.standing is Standing.UNCLAIMED}
    name = Text(kind, style=style_of(kind))
    yield [name, *_cells([proved.toll for proved in taken], sides, unproved=unproved)]
    told = {mention.mention_id: _of(dossier, kind, mention.mention_id) for mention in dossier.mentions}
    if sum(map(bool, told.values())) > 1:
        for mention in dossier.mentions:
            if tolls := told[mention.mention_id]:
                teller = Text(f"  {named(dossier.report(mention.report_id))}", style=FAINT)
                yield [teller, *_cells(tolls, sides, style=FAINT)]


def _of(dossier: Dossier, kind: CasualtyKind, mention_id: str) -> list[Toll]:
    return [toll for toll in dossier.tolls if (toll.kind, toll.mention_id) == (kind, mention_id)]


def _cells(
    tolls: Sequence[Toll], sides: Sequence[Side], *, unproved: Collection[str] = (), style: str = ""
) -> list[Text]:
    """Write the sum and each side's count; one without a claim is marked."""
    sums = (sum(getattr(toll, bound) or 0 for toll in tolls) for bound in ("low", "best", "high"))
    cells = [Text(count_of(*sums) or "", style=style)]
    for side in sides:
        cell = Text(", ".join(_count(toll) for toll in tolls if toll.side == side), style=style)
        if side in unproved:
            cell.append(" ").append_text(no_claim())
        cells.append(cell)
    return cells


def _count(toll: Toll) -> str:
    return count_of(toll.low, toll.best, toll.high) or written(toll.best)
