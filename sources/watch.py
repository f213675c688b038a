"""A folder that is looked at again and again: which files have come, and stopped growing."""

from dataclasses import dataclass, field
from pathlib import Path

from schemas.report import Reject
from sources.folder import files_in

__all__ = ["Watch"]

State = tuple[int, int]  # bytes, and the moment of the last change in nanoseconds


@dataclass(slots=True)
class Watch:
    """Remembers what each file was like when it was looked at last, and when it was taken."""

    folder: Path
    _seen: dict[Path, State] = field(default_factory=dict)
    _taken: dict[Path, State] = field(default_factory=dict)

    def look(self) -> list[Path]:
        """Give the files that are as they were at the last look, and were not taken so; in the order of names.

        A folder that is away for a moment, as on a network drive, holds nothing until it is back.
        """
        before, self._seen = self._seen, {}
        for file in files_in(self.folder) if self.folder.is_dir() else ():
            if isinstance(file, Reject):
                continue
            try:
                facts = file.stat()
            except OSError:  # gone since
                continue
            self._seen[file] = facts.st_size, facts.st_mtime_ns
        return [
            file for file, state in self._seen.items() if before.get(file) == state and self._taken.get(file) != state
        ]

    def take(self, files: list[Path]) -> None:
        """Remember that files were read as they were at the last look."""
        self._taken |= {file: self._seen[file] for file in files}
