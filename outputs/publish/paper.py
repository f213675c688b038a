"""The codebook as PDF: the core fonts of PDF hold Latin-1, so other letters are written as their code points."""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

from outputs.export.extra import library
from outputs.publish.contents import DataFile
from outputs.publish.terms import Terms
from outputs.query.visible import visible

__all__ = ["write_paper"]

# Millimetres, and how high a line is for each point of its letters.
MARGIN, INDENT = 20, 5
LEADING = 0.45

NOTE = "Letters outside Latin-1 are written without their marks, or as <U+0000>; codebook.md has them as they are."


def write_paper(path: Path, terms: Terms, files: Sequence[DataFile], day: date) -> None:
    """Write the codebook, dated by the dataset's last run and by no clock."""
    fpdf = library("fpdf", extra="codebook", for_what="codebook.pdf")
    pdf = fpdf.FPDF(format="A4")
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(auto=True, margin=MARGIN)
    pdf.set_creation_date(datetime.combine(day, time.min, UTC))
    pdf.set_title(_latin(terms.title))
    pdf.add_page()

    def line(text: str, size: int, style: str = "", *, indent: float = 0) -> None:
        pdf.set_font("Helvetica", style, size)
        pdf.set_x(MARGIN + indent)
        pdf.multi_cell(0, size * LEADING, _latin(text), align="L", new_x="LMARGIN", new_y="NEXT")

    line(f"Codebook: {terms.title}", 18, "B")
    pdf.ln(2)
    release = ", ".join(dict.fromkeys([terms.version, str(day)]))
    line(f"Version {release}. Empty means not stated; it is never zero. {NOTE}", 9)
    for file in {(file.layout, file.what): file for file in files}.values():
        pdf.ln(6)
        line(file.what if file.layout == "affray" else file.layout, 13, "B")
        for column in file.columns:
            pdf.ln(1.5)
            line(f"{column.name}  ({column.type})", 9, "B")
            codes = "; ".join([*(f"{code}: {means}" for code, means in column.labels.items()), *column.words])
            line(f"{column.means} {codes}".strip(), 9, indent=INDENT)
    pdf.output(str(path))


def _latin(text: str) -> str:
    return "".join(_letter(letter) for letter in visible(" ".join(text.split())))


def _letter(letter: str) -> str:
    if ord(letter) <= 0xFF:  # noqa: PLR2004 - the last of Latin-1
        return letter
    bare = unicodedata.normalize("NFKD", letter).encode("latin-1", "ignore").decode("latin-1")
    return bare or f"<U+{ord(letter):04X}>"
