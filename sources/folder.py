"""Folders: the files in them, in an order that is the same everywhere."""

import os
from collections.abc import Iterator
from pathlib import Path

from schemas.report import Reject
from schemas.vocabulary import RejectReason
from sources.refusal import Refusal
from sources.source import shown_path, unreadable

__all__ = ["files_in"]


def files_in(folder: Path) -> Iterator[Path | Reject]:
    """Walk a folder in the order of names; hidden files and folders are left alone.

    A link within the folder to one of its files is read, one to a folder is not: what it leads to is walked
    in its own place. A link out of the folder is set aside.
    """
    root = folder.resolve()
    left = [folder]
    while left:
        path = left.pop()
        if path is not folder and path.is_symlink():
            yield from _linked(path, root)
        elif not path.is_dir():
            yield path
        else:
            try:
                entries = sorted(path.iterdir(), key=os.fsencode, reverse=True)
            except OSError as error:
                yield unreadable(error).at(shown_path(path))
                continue
            left.extend(entry for entry in entries if not entry.name.startswith("."))


def _linked(path: Path, root: Path) -> Iterator[Path | Reject]:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # nothing there, or a link to itself
        yield Refusal(
            reason=RejectReason.MISSING, detail="The link leads nowhere. Mend it, or take it out of the folder."
        ).at(shown_path(path))
        return
    if not target.is_relative_to(root):
        yield Refusal(
            reason=RejectReason.UNREADABLE,
            detail="The link leads out of the folder and is not followed. Name what it leads to as a source itself.",
        ).at(shown_path(path))
    elif not target.is_dir():
        yield path
