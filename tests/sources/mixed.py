"""A folder as researchers have it: files of every kind that affray reads, some of them broken, and what must come out.

Each report carries a marker of its own, so that what is lost and what is read twice can be told.
"""

import gzip
import io
import json
import lzma
import random
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache
from itertools import cycle
from pathlib import Path

import openpyxl
from fpdf import FPDF
from pyarrow import table as arrow
from pyarrow.parquet import write_table as write_parquet

__all__ = ["BROKEN", "GOOD", "Mixed", "write_mixed"]

SHARE_BROKEN = 0.03
PLACES = ("Hama", "Kunduz", "Mosul", "Garissa", "Sialkot", "Timbuktu", "Maiduguri", "Kramatorsk")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
OF_BOOK = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf"/>'
ODT = "application/vnd.oasis.opendocument.text"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
ENTITY_BOMB = f'<!DOCTYPE rss [{ENTITIES}]><rss version="2.0"><channel><item><title>&e9;</title></item></channel></rss>'


@dataclass(frozen=True, slots=True)
class Mixed:
    """What was written: the markers of all reports, and the names of the files that are broken."""

    markers: frozenset[str]
    broken: frozenset[str]


class Marker:
    """Gives markers, and sentences that carry them."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 -- nothing to guess
        self.given: list[str] = []

    def told(self) -> str:
        """Write a report of a few paragraphs with a marker of its own."""
        marker = f"Marker{len(self.given):07d}Q"
        self.given.append(marker)
        place, number = self._chance.choice(PLACES), self._chance.randrange(2, 30)
        return (
            f"Gunmen killed {number} people near {place} on Sunday, the mayor of the town said.\n\n"
            f"Residents told the newspaper that the attack on the market, which some call {marker}, lasted for two "
            "hours and that soldiers came late. Shops stayed closed on Monday while families buried their dead."
        )


Made = tuple[str, bytes]
Make = Callable[[Marker], Made]


def text(mark: Marker) -> Made:
    return ".txt", mark.told().encode()


def latin(mark: Marker) -> Made:
    german = "Der Bürgermeister sagte, die Straße sei gesperrt; müde Männer gähnten."
    return ".txt", f"{mark.told()}\n\n{german}".encode("cp1252")


def page(mark: Marker) -> Made:
    paragraphs = "".join(f"<p>{part}</p>" for part in mark.told().split("\n\n"))
    head = '<meta charset="utf-8"><title>Attack near the market</title><meta property="article:published_time" '
    body = f"<body><article>{paragraphs}</article></body>"
    return ".html", f'<html><head>{head}content="2023-09-25"></head>{body}</html>'.encode()


def lines(mark: Marker) -> Made:
    rows = (json.dumps({"id": n, "text": mark.told(), "published": "2023-09-25"}) for n in range(5))
    return ".jsonl", "\n".join(rows).encode()


def table(mark: Marker) -> Made:
    rows = "".join(f'{n},2023-09-25,"{mark.told()}"\n' for n in range(5))
    return ".csv", f"id,published,text\n{rows}".encode()


def tabbed(mark: Marker) -> Made:
    rows = "".join(f"{n}\t2023-09-25\t{' '.join(mark.told().split())}\n" for n in range(5))
    return ".tsv", f"id\tpublished\ttext\n{rows}".encode()


def workbook(mark: Marker) -> Made:
    book = openpyxl.Workbook()
    for row in (["Headline", "Body"], *(["Attack", mark.told()] for _ in range(3))):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return ".xlsx", file.getvalue()


def parquet(mark: Marker) -> Made:
    file = io.BytesIO()
    write_parquet(arrow({"text": [mark.told() for _ in range(3)]}), file)
    return ".parquet", file.getvalue()


def packed(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, part) in enumerate(parts.items()):
            archive.writestr(name, part, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return made.getvalue()


def docx(mark: Marker) -> Made:
    inside = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in mark.told().split("\n\n"))
    document = f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'
    return ".docx", packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def odt(mark: Marker) -> Made:
    inside = "".join(f"<text:p>{part}</text:p>" for part in mark.told().split("\n\n"))
    names = f'xmlns:office="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0"'
    content = f"<office:document-content {names}>{inside}</office:document-content>"
    return ".odt", packed({"mimetype": ODT, "content.xml": content})


def epub(mark: Marker) -> Made:
    told = "".join(f"<p>{part}</p>" for part in mark.told().split("\n\n"))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="p" href="p.xhtml"/></manifest>'
        '<spine><itemref idref="p"/></spine></package>'
    )
    container = f"{OF_BOOK}</rootfiles></container>"
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "b.opf": opf}
    return ".epub", packed({**parts, "p.xhtml": f"<html><body>{told}</body></html>"})


def rtf(mark: Marker) -> Made:
    told = mark.told().replace("\n\n", "\\par\n")
    return ".rtf", f"{{\\rtf1\\ansi\\ansicpg1252 {told}\\par}}".encode()


def pdf(mark: Marker) -> Made:
    printed = FPDF()
    printed.add_page()
    printed.set_font("helvetica", size=11)
    printed.multi_cell(170, 6, mark.told())
    return ".pdf", bytes(printed.output())


def mail(mark: Marker) -> Made:
    message = EmailMessage()
    message["From"], message["To"] = "alerts@wire.example", "desk@example.org"
    message["Subject"], message["Date"] = "Attack near the market", "Mon, 25 Sep 2023 10:00:00 +0200"
    message.set_content(mark.told())
    return ".eml", message.as_bytes()


def mailbox(mark: Marker) -> Made:
    return ".mbox", b"\n".join(b"From alerts Mon Sep 25 10:00:00 2023\n" + mail(mark)[1] for _ in range(3))


def feed(mark: Marker) -> Made:
    items = "".join(f"<item><title>Attack</title><description>{mark.told()}</description></item>" for _ in range(4))
    return ".xml", f'<rss version="2.0"><channel><title>Example Wire</title>{items}</channel></rss>'.encode()


def atom(mark: Marker) -> Made:
    entries = "".join(f"<entry><title>Attack</title><content>{mark.told()}</content></entry>" for _ in range(4))
    return ".atom", f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Wire</title>{entries}</feed>'.encode()


def warc(mark: Marker) -> Made:
    records = []
    for number in range(2):
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(mark)[1]
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/{number}-{len(mark.given)}\r\n"
            "WARC-Date: 2023-09-25T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    return ".warc", b"".join(records)


def saved_whole(mark: Marker) -> Made:
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="part"\n\n--part\n'
    part = "Content-Type: text/html; charset=utf-8\nContent-Location: https://wire.example/a\n\n"
    return ".mhtml", head.encode() + part.encode() + page(mark)[1] + b"\n--part--\n"


def factiva(mark: Marker) -> Made:
    articles = (
        "HD   Attack near the market\nBY   By Jane Doe\nPD   25 September 2023\nSN   Example Wire\nLA   English\n"
        f"LP\n{mark.told()}\nRE   syria : Syria\nPUB  Example Ltd.\n"
        f"AN   Document EXWI00002023092500{len(mark.given):05d}"
        for _ in range(3)
    )
    return ".txt", "\n".join(articles).encode()


def zipped(mark: Marker) -> Made:
    members = {f"in/{n}{suffix}": data for n, (suffix, data) in enumerate([text(mark), page(mark), mail(mark)])}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return ".zip", made.getvalue()


def taped(mark: Marker) -> Made:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for number in range(3):
            data = text(mark)[1]
            entry = tarfile.TarInfo(f"{number}.txt")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return ".tar.gz", made.getvalue()


def taped_flat(mark: Marker) -> Made:
    return ".tar", gzip.decompress(taped(mark)[1])


def gzipped(mark: Marker) -> Made:
    return ".jsonl.gz", gzip.compress(lines(mark)[1])


def xzipped(mark: Marker) -> Made:
    return ".txt.xz", lzma.compress(text(mark)[1])


GOOD: tuple[Make, ...] = (
    *(text, latin, page, lines, table, workbook, parquet, docx, odt, epub, rtf, pdf, mail, mailbox, feed, warc),
    *(tabbed, atom, saved_whole, factiva, zipped, taped, taped_flat, gzipped, xzipped),
)


@cache
def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 60_000_000)
    return made.getvalue()


def locked_pdf() -> bytes:
    printed = FPDF()
    printed.set_encryption(owner_password="owner", user_password="user")  # noqa: S106 -- to be refused
    printed.add_page()
    return bytes(printed.output())


def scanned_pdf() -> bytes:
    printed = FPDF()
    printed.add_page()
    printed.rect(10, 10, 100, 100)
    return bytes(printed.output())


def nested_mail() -> bytes:
    head = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(1_000))
    return b"From: a@example.org\nSubject: boxes\nDate: Mon, 25 Sep 2023 10:00:00 +0000\n" + head + b"Two died."


# Each is broken in a way of its own.
BROKEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": (".txt", lambda: b""),
    "blank": (".txt", lambda: b" \n\n "),
    "noise": (".txt", lambda: random.Random(3).randbytes(4_000)),  # noqa: S311
    "picture": (".jpg", lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(2_000)),
    "half-zip": (".zip", lambda: bomb()[:300]),
    "bomb": (".zip", bomb),
    "half-gz": (".txt.gz", lambda: gzip.compress(random.Random(5).randbytes(9_000))[:60]),  # noqa: S311
    "half-docx": (".docx", lambda: docx(Marker(0))[1][:400]),
    "no-docx": (".docx", lambda: packed({"a": "b"})),
    "old-word": (".doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)),
    "half-xlsx": (".xlsx", lambda: workbook(Marker(0))[1][:800]),
    "half-parquet": (".parquet", lambda: parquet(Marker(0))[1][:200]),
    "half-pdf": (".pdf", lambda: pdf(Marker(0))[1][:300]),
    "locked-pdf": (".pdf", locked_pdf),
    "scanned-pdf": (".pdf", scanned_pdf),
    "no-json": (".jsonl", lambda: b"{no json}\n"),
    "no-text": (".jsonl", lambda: b'{"id": 1}\n'),
    "no-columns": (".csv", lambda: b"a,b\n1,2\n"),
    "no-page": (".html", lambda: b"<html><head><title>Nothing</title></head><body></body></html>"),
    "entities": (".xml", ENTITY_BOMB.encode),
    "half-odt": (".odt", lambda: odt(Marker(0))[1][:300]),
    "half-tar": (".tar.gz", lambda: taped(Marker(0))[1][:200]),
    "half-epub": (".epub", lambda: epub(Marker(0))[1][:200]),
    "nested": (".eml", nested_mail),
}


def write_mixed(folder: Path, count: int, *, seed: int = 0) -> Mixed:
    """Write so many files, some of them broken in every way, and say what must come out."""
    mark, broken = Marker(seed), set()
    chance = random.Random(seed)  # noqa: S311
    ways = cycle(BROKEN)
    kinds = cycle(GOOD)
    wanted = max(len(BROKEN), round(count * SHARE_BROKEN))
    spoilt = set(chance.sample(range(count), wanted))
    for number in range(count):
        below = folder / f"{number // 500:03d}"
        below.mkdir(parents=True, exist_ok=True)
        if number in spoilt:
            way = next(ways)
            suffix, make = BROKEN[way]
            path, data = below / f"{number:06d}-{way}{suffix}", make()
            broken.add(str(path))
        else:
            suffix, data = next(kinds)(mark)
            path = below / f"{number:06d}{suffix}"
        path.write_bytes(data)
    return Mixed(frozenset(mark.given), frozenset(broken))
