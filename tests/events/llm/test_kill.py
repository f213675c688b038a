"""A build that is killed while it asks a model goes on where it was, and pays for no answer twice."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.events.commandline import Affray, Rows
from tests.events.llm.scripted import BANJSKA, answer, banjska
from tests.events.llm.test_server import completion, says, server

pytest.importorskip("openai", reason="the extra llm is not installed")

PATIENCE = 60  # seconds


def test_a_killed_build_pays_for_nothing_twice(
    affray: Affray, started: Callable[..., "subprocess.Popen[str]"], tmp_path: Path, rows: Rows
) -> None:
    reports = [{"id": f"b{n}", "text": BANJSKA, "published": "2023-09-25", "title": f"No. {n}"} for n in range(6)]
    source, into = tmp_path / "reports.jsonl", tmp_path / "d.duckdb"
    source.write_text("".join(json.dumps(report) + "\n" for report in reports))

    def hangs(_handler: BaseHTTPRequestHandler) -> None:
        time.sleep(PATIENCE)

    right = says(completion(answer(banjska())))
    with server(right, right, right, hangs, right) as (url, asked):
        table = f'extractor = "llm"\n[llm]\nmodel = "m"\nbase_url = "{url}"\nconcurrency = 1\n'
        (tmp_path / "affray.toml").write_text(table)
        doomed = started("build", source, "--into", into)
        waited = 0.0
        while len(asked) < 4 and waited < PATIENCE:
            time.sleep(0.1)
            waited += 0.1
        os.killpg(doomed.pid, signal.SIGKILL)
        doomed.communicate()
        assert len(asked) == 4
        assert len((tmp_path / "d.answers.jsonl").read_text().splitlines()) == 3
        ended = affray("build", source, "--into", into)
        assert ended.status == 0, ended.err
    titles = [json.loads(body["messages"][1]["content"])["title"] for body in asked]
    assert titles == ["No. 0", "No. 1", "No. 2", "No. 3", "No. 3", "No. 4", "No. 5"]
    assert rows(into, "select report_count, killed from incidents") == [(6, 4)]
    assert affray("check", into).status == 0
