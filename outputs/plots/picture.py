"""Pictures: a Vega-Lite specification drawn as PNG, SVG or PDF, by vl-convert, without network or browser."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import vl_convert

from schemas.errors import UsageError

__all__ = ["PICTURES", "picture_format"]

# For print: vl-convert's own scale is 72 points an inch.
PRINTED_PPI = 300

# Nothing that a plot needs is anywhere else.
OFFLINE: list[str] = []

# The number of a clip in an SVG, where it is named and where it is used; a list of resources in a PDF.
CLIP = re.compile(r'(?<=url\(#clip)\d+(?=\))|(?<=<clipPath id="clip)\d+(?=")')
RESOURCES = re.compile(rb"(?: +/[A-Za-z]+\d+ \d+ 0 R\n){2,}")


def _png(spec: dict[str, Any]) -> bytes:
    return vl_convert.vegalite_to_png(spec, ppi=PRINTED_PPI, allowed_base_urls=OFFLINE)


def _svg(spec: dict[str, Any]) -> bytes:
    return _renumbered(vl_convert.vegalite_to_svg(spec, allowed_base_urls=OFFLINE)).encode("utf-8")


def _pdf(spec: dict[str, Any]) -> bytes:
    return _in_order(vl_convert.vegalite_to_pdf(spec, allowed_base_urls=OFFLINE))


def _renumbered(svg: str) -> str:
    """Count the clips from 1: Vega counts on from one picture to the next."""
    numbers = {name: str(number) for number, name in enumerate(dict.fromkeys(CLIP.findall(svg)), start=1)}
    return CLIP.sub(lambda match: numbers[match.group()], svg)


def _in_order(pdf: bytes) -> bytes:
    """Sort the entries of each list of resources, which come in any order; no byte moves out of its list."""
    return RESOURCES.sub(lambda match: b"".join(sorted(match.group().splitlines(keepends=True))), pdf)


PICTURES: Mapping[str, Callable[[dict[str, Any]], bytes]] = {"png": _png, "svg": _svg, "pdf": _pdf}


def picture_format(output: Path) -> str:
    """Tell from a file's name how a picture is written.

    Raises:
        UsageError: the name's ending is none of them.

    """
    suffix = output.suffix.lower().removeprefix(".")
    if suffix not in PICTURES:
        raise UsageError(f"{output} does not say what to write. Let its name end with .{', .'.join(PICTURES)}.")
    return suffix
