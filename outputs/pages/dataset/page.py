"""The page as a file: data, charts, scripts and style in one, which asks nothing of any network."""

import base64
import hashlib
import json
from collections.abc import Iterator
from html import escape
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

import vl_convert

from outputs.export.destination import replacing
from outputs.pages.dataset.charts import charts, kinds
from outputs.pages.dataset.contents import contents
from outputs.plots.selection import Choice, Extent, choose
from outputs.query.session import locked
from outputs.query.visible import visible

__all__ = ["page"]

LANGUAGE = "en"


def page(
    dataset: Path, output: Path, *, choice: Choice, title: str | None, force: bool, as_of: str | None = None
) -> Extent:
    """Write the page of the chosen incidents; give what they span.

    The same dataset gives the same bytes.

    Raises:
        UsageError: there is no such moment or country.
        ExportError: `output` is there already or cannot be written; what was there stays.
        StoreError: the dataset cannot be read.

    """
    with replacing(output, force=force, dataset=dataset) as part:
        with locked(dataset, as_of=as_of) as connection:
            extent = choose(connection, choice)
            told = contents(connection, unit=extent.unit)
        told |= {"charts": charts(extent), "kinds": kinds(), "unit": extent.unit}
        with part.open("x", encoding="utf-8", newline="") as file:
            file.writelines(_document(visible(title or dataset.stem), told))
    return extent


def _document(title: str, told: dict[str, Any]) -> Iterator[str]:
    library, script, style = _closed(_library()), _part("page.js"), _part("page.css")
    yield f'<!doctype html><html lang="{LANGUAGE}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy([library, script], style)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title><style>{style}</style></head>"
    yield _part("body.html").format(title=escape(title), version=escape(version("affray")))
    yield f'<script type="application/json" id="contents">{_json(told)}</script>'
    yield f"<script>{library}</script><script>{script}</script></body></html>\n"


def _policy(scripts: list[str], style: str) -> str:
    """Let run what was written here and nothing else; nothing is fetched, whatever a report's words may ask."""
    run = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {run}; style-src 'sha256-{_digest(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(words: str) -> str:
    return base64.b64encode(hashlib.sha256(words.encode("utf-8")).digest()).decode("ascii")


def _json(values: object) -> str:
    r"""Write JSON that no tag of HTML can end: `<` is written as `\u003c`."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")


def _library() -> str:
    return vl_convert.javascript_bundle()  # type: ignore[call-arg]  # the stub asks for what is optional


def _closed(bundle: str) -> str:
    """Keep a library's many short names to itself."""
    return "(function(){" + bundle.replace("</script", r"<\/script") + "\n})();"


def _part(name: str) -> str:
    return resources.files("outputs.pages.dataset").joinpath(name).read_text(encoding="utf-8")
