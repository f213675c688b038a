"""Prose: the bundle's README and codebook in Markdown; words of others stay words."""

from collections.abc import Mapping, Sequence
from typing import Any

from outputs.publish.contents import DataFile
from outputs.publish.facts import Facts
from outputs.publish.terms import Terms
from outputs.query.markdown import escaped

__all__ = ["codebook", "readme"]


def codebook(terms: Terms, files: Sequence[DataFile]) -> str:
    """Describe every column of every kind of row, once for each layout."""
    parts = [f"# Codebook: {escaped(terms.title)}", "Empty means not stated; it is never zero."]
    seen = {(file.layout, file.what): file for file in reversed(files)}
    for file in reversed(seen.values()):
        parts.append(f"## {file.what if file.layout == 'affray' else file.layout}")
        parts.append(
            _table(
                ("column", "type", "means", "codes"),
                [(one.name, one.type, one.means, _codes(one.labels, one.words)) for one in file.columns],
            )
        )
    return "\n\n".join(parts) + "\n"


def readme(terms: Terms, facts: Facts, files: Sequence[DataFile], digests: Mapping[str, str]) -> str:
    """Tell what the bundle holds, where it comes from, and how its files are known to be whole."""
    counts = facts.counts
    cut = "Texts of reports are in it." if terms.texts else "Texts of reports are not in it."
    hidden = f" Redacted: {', '.join(sorted(terms.redacted))}." if terms.redacted else ""
    authors = ", ".join(terms.authors) or "anonymous"
    parts = [
        f"# {escaped(terms.title)}",
        f"Version {', '.join(dict.fromkeys([escaped(terms.version), str(facts.day)]))}. By {escaped(authors)}.",
        f"Licence: {escaped(terms.licence or 'none is stated; ask the authors')}.",
        "Incidents as news reports tell them, made with affray. How to cite it: CITATION.cff.",
        "What every column means: codebook.md, codebook.pdf.",
        f"{cut} Quotes and headlines are cut after {terms.quote_characters} characters.{hidden}",
        "## Counts and coverage",
        _table(("what", "value"), [(name.replace("_", " "), value) for name, value in counts.items()]),
        "`single source` is the percentage of incidents that one outlet alone tells.",
        "## Sources",
        _rows(facts.outlets),
        "## Languages",
        _rows(facts.languages),
        "## Rules and versions",
        _rows(facts.versions),
        _rows(facts.settings),
        "## Licences of what went in",
        "Reports belong to their publishers. Places come from:",
        _rows(facts.licences),
        "Codes follow the codebooks of ACLED, UCDP GED (CC BY 4.0), GTD and PLOVER; none of their data is in here.",
        "## Files",
        _table(("file", "rows"), [(file.path, file.rows) for file in files]),
        *(f"* {file.path}: {escaped(warning)}" for file in files for warning in file.warnings),
        "SHA-256 of every file; that of this one is in SHA256SUMS:",
        _table(("file", "SHA-256"), list(digests.items())),
    ]
    return "\n\n".join(parts) + "\n"


def _rows(rows: Sequence[Mapping[str, Any]]) -> str:
    return _table(tuple(rows[0]), [tuple(row.values()) for row in rows]) if rows else "None."


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(value: object) -> str:
    return "" if value is None else escaped(str(value))


def _codes(labels: Mapping[str, str], words: Sequence[str]) -> str:
    return "; ".join([*(f"{code}: {means}" for code, means in labels.items()), *words])
