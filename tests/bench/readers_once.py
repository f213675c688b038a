"""Read a folder once; tell seconds, memory, the markers of the reports, and the paths of what was set aside."""

import re
import sys
from time import perf_counter

from schemas.report import Report
from sources.options import ReadOptions
from sources.read import read_sources
from tests.bench.memory import megabytes_held

MARKER = re.compile(r"Marker\d{7}Q")


def main(folder: str) -> None:
    """Print it, a line each."""
    markers: list[str] = []
    rejected: list[str] = []
    started = perf_counter()
    for item in read_sources([folder], ReadOptions()):
        if isinstance(item, Report):
            markers.extend(dict.fromkeys(MARKER.findall(item.text)))
        elif not item.reason.is_warning:
            rejected.append(item.path)
    seconds = perf_counter() - started
    sys.stdout.write(f"{seconds} {megabytes_held()}\n{' '.join(markers)}\n" + "".join(f"{path}\n" for path in rejected))


if __name__ == "__main__":
    main(sys.argv[1])
