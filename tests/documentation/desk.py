"""A desk to show things on: an empty folder beside the examples, where a page's commands really run."""

import ast
import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["ROOT", "Desk"]

ROOT = Path(__file__).parents[2]
PACKAGES = ("schemas", "sources", "events", "outputs")
WINDOW = 100  # columns that GitHub shows without a scroll bar
COMMAND = Path(sys.executable).with_name("affray")


class Desk:
    """Runs what a page shows, one command after the other, and gives it as Markdown."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "examples").symlink_to(ROOT / "examples")

    def ran(self, line: str, *, since: str | None = None, until: str | None = None, status: int = 0) -> str:
        """Run a command line of affray, which has to end with `status`, and give it with what it printed.

        `since` and `until` begin the first line that is shown and the first after it that is not.
        """
        line = line.strip()
        printed = self._printed(shlex.split(line), status=status).splitlines()
        if since is not None:
            printed = ["...", *printed[_first(since, printed) :]]
        if until is not None:
            printed = [*printed[: _first(until, printed)], "..."]
        return "\n".join(["", "```console", f"$ {line}", *printed, "```", "", ""])

    def answer(self, sql: str) -> str:
        """Give the one value that a query over the demonstration finds, for the next command."""
        return self.asked("demo.duckdb", sql)

    def asked(self, dataset: str, sql: str) -> str:
        """Give the one value that a query finds in any dataset on the desk."""
        _, *values = self._printed(["affray", "query", dataset, sql, "--format", "csv"]).splitlines()
        if len(values) != 1:
            raise RuntimeError(f"{dataset} has no one answer to: {sql}")
        return values[0]

    def shown(self, path: str) -> str:
        """Give a file of the repository as it stands."""
        kind = path.rpartition(".")[2]
        return f"\n```{kind}\n{(ROOT / path).read_text(encoding='utf-8').strip()}\n```\n\n"

    def rooms(self) -> str:
        """List the packages of the program, each by the first line that it says of itself."""
        inits = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("__init__.py"))
        rows = (f"| `{path.parent.relative_to(ROOT).as_posix()}/` | {_first_line(path)} |\n" for path in inits)
        return f"\n| room | is |\n|---|---|\n{''.join(rows)}\n"

    def _printed(self, words: list[str], *, status: int = 0) -> str:
        ended = subprocess.run(
            [COMMAND, *words[1:]],
            cwd=self._folder,
            env={**os.environ, "COLUMNS": str(WINDOW), "PYTHONUTF8": "1", "TERM": "dumb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if ended.returncode != status:
            raise RuntimeError(f"{shlex.join(words)} ended with {ended.returncode}: {ended.stdout}")
        return "\n".join(line.rstrip() for line in ended.stdout.strip().splitlines())


def _first(beginning: str, lines: Sequence[str]) -> int:
    return next(at for at, line in enumerate(lines) if line.startswith(beginning))


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]
