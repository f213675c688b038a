"""The program that opens PDFs on behalf of another, so that one that hangs or crashes takes nothing else down.

It is given PDFs on its standard input, each behind its length, and answers each with JSON behind its length.
"""

import json
import os
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from sources.documents.pdf_lines import Line, paragraphs_of

__all__ = ["LENGTH", "answer", "serve"]

LENGTH = 8  # bytes of a length
MEMORY = 2_000_000_000  # bytes
LOCKED = 4  # pdfium's number for a PDF with a password
WIDE = 1.2  # times the size of the letters: a gap between columns, not between words
PICTURE = 0.5  # of a page: a scan of it
IMAGE = 3  # pdfium's number for a picture
GARBLED = 0.3  # of the letters that are none: the fonts do not tell which they are


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer until there are no more requests."""
    while length := requests.read(LENGTH):
        data = requests.read(int.from_bytes(length, "big"))
        reply = json.dumps(answer(data)).encode()
        answers.write(len(reply).to_bytes(LENGTH, "big") + reply)
        answers.flush()


def answer(data: bytes) -> dict[str, Any]:
    """Give the paragraphs of a PDF, how many pages it has and which are pictures, or the word for what is wrong."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  (it is there only where PDFs are to be read)

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        return {
            "wrong": "locked" if getattr(error, "err_code", None) == LOCKED or "assword" in str(error) else "broken"
        }
    try:
        return _read(document)
    except MemoryError:
        return {"wrong": "large"}
    except PdfiumError:
        return {"wrong": "broken"}
    finally:
        document.close()


def _read(document: Any) -> dict[str, Any]:  # noqa: ANN401  (pypdfium2's types are not there where it is not)
    pages, pictures = [], []
    for number in range(len(document)):
        page = document[number]
        lines = _lines(page, number)
        pages.append(lines)
        if not lines and _is_picture(page):
            pictures.append(number + 1)
        page.close()
    paragraphs = paragraphs_of(pages)
    letters = "".join(paragraphs)
    strange = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < "\t" for letter in letters)
    if strange > GARBLED * max(1, len(letters)):
        return {"wrong": "garbled"}
    said = document.get_metadata_dict(skip_empty=True)
    return {
        "paragraphs": paragraphs,
        "pages": len(pages),
        "pictures": pictures,
        "title": said.get("Title"),
        "byline": said.get("Author"),
    }


def _lines(page: Any, number: int) -> list[Line]:  # noqa: ANN401  (as above)
    """Give the lines of a page from its letters and their places."""
    words = page.get_textpage()
    height = page.get_height()
    lines: list[Line] = []
    letters: list[str] = []
    box = [0.0, 0.0, 0.0, 0.0]  # left, bottom, right, top
    size = 0.0

    def end() -> None:
        text = "".join(letters).strip()
        if text:
            middle = height - (box[1] + box[3]) / 2
            lines.append(Line(text, box[0], box[2], middle, size or box[3] - box[1], number))
        letters.clear()

    for letter, left, bottom, right, top, letter_size in _letters(words):
        if letter in "\r\n":
            end()
            continue
        if letter == " " or right <= left:
            if letters:
                letters.append(letter)
            continue
        is_beside = abs((bottom + top) / 2 - (box[1] + box[3]) / 2) <= max(top - bottom, box[3] - box[1]) / 2
        if letters and not (is_beside and -WIDE * letter_size * 4 < left - box[2] < WIDE * letter_size):
            end()
        if not letters:
            box, size = [left, bottom, right, top], letter_size
        letters.append(letter)
        box = [min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)]
    end()
    words.close()
    return lines


def _letters(words: Any) -> Any:  # noqa: ANN401  (as above)
    """Give each letter with its place and size; halves of one beyond the first plane are one."""
    import ctypes  # noqa: PLC0415  (only what opens PDFs needs it)

    from pypdfium2 import raw  # noqa: PLC0415  (it is there only where PDFs are to be read)

    places = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = places
    box = raw.FS_RECTF()
    for at in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, at)
        if not 0 < code <= sys.maxunicode:
            continue
        size = raw.FPDFText_GetFontSize(words, at)
        if raw.FPDFText_GetLooseCharBox(words, at, box) and box.right > box.left:
            yield chr(code), box.left, box.bottom, box.right, box.top, max(1.0, min(size, box.top - box.bottom) or size)
        else:
            raw.FPDFText_GetCharBox(words, at, left, right, bottom, top)
            yield chr(code), left.value, bottom.value, right.value, top.value, size


def _is_picture(page: Any) -> bool:  # noqa: ANN401  (as above)
    area = page.get_width() * page.get_height()
    boxes = (thing.get_bounds() for thing in page.get_objects(filter=[IMAGE], max_depth=2))
    return any((right - left) * (top - bottom) > PICTURE * area for left, bottom, right, top in boxes)


def _main() -> None:
    # What libraries print must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(ImportError, ValueError, OSError):  # not every system has such a limit
        import resource  # noqa: PLC0415  (as above)

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    _main()
