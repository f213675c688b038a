"""Documents made by the tests: packages of XML, printed pages."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape

import pytest
from fpdf import FPDF

Packed = Callable[[Mapping[str, str | bytes]], bytes]
Docx = Callable[..., bytes]
Pdf = Callable[..., bytes]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAST, COLUMN = 20, 80  # millimetres


@pytest.fixture
def packed() -> Packed:
    """Pack parts into a document; the first is not compressed, as OpenDocument and EPUB want it."""

    def pack(parts: Mapping[str, str | bytes]) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, (name, part) in enumerate(parts.items()):
                archive.writestr(name, part, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
        return made.getvalue()

    return pack


@pytest.fixture
def docx(packed: Packed) -> Docx:
    """Make a Word document of paragraphs; `body` is XML of its own, `parts` are further ones."""

    def make(*paragraphs: str, body: str = "", **parts: str) -> bytes:
        inside = "".join(f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>" for words in paragraphs)
        document = f'<w:document xmlns:w="{WORD}"><w:body>{inside}{body}</w:body></w:document>'
        further = {f"word/{name}.xml": f'<w:{name} xmlns:w="{WORD}">{part}</w:{name}>' for name, part in parts.items()}
        return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **further})

    return make


@pytest.fixture
def pdf() -> Pdf:
    """Print pages, each a list of columns, with a running head and a number."""

    def make(pages: Sequence[Sequence[str]], *, head: str = "Example Monitor", locked: str = "") -> bytes:
        printed = FPDF()
        printed.set_auto_page_break(auto=False)
        if locked:
            printed.set_encryption(owner_password=locked[::-1], user_password=locked)
        for number, columns in enumerate(pages, start=1):
            printed.add_page()
            printed.set_font("helvetica", size=9)
            printed.text(LAST, 10, head)
            printed.text(100, 290, str(number))
            printed.set_font("helvetica", size=11)
            for place, words in enumerate(columns):
                left = LAST + place * (COLUMN + 10)
                printed.set_left_margin(left)
                printed.set_xy(left, 30)
                printed.multi_cell(COLUMN if len(columns) > 1 else 170, 6, words)
            printed.set_left_margin(LAST)
        return bytes(printed.output())

    return make
