"""Trouble with a server, on loopback and through the real client: paced, bounded, told in one line."""

import json
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from events.llm import endpoint as endpoints
from events.llm.choice import LlmChoice
from events.llm.endpoint import CallFailedError, Completion, OpenAIEndpoint
from events.llm.extractor import LlmExtractor
from schemas.errors import ModelStopError
from schemas.vocabulary import CallOutcome
from tests.events.llm.scripted import BANJSKA, Clock, answer, banjska, report_of

pytest.importorskip("openai", reason="the extra llm is not installed")

KEY = "sk-secret-of-mine"
BODY = {"model": "m", "messages": [{"role": "user", "content": "hello"}]}
Answering = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def server(*answering: Answering, tls: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Give the address of a server that answers each request as told, the last for ever, and what it was asked."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            asked.append({"headers": dict(self.headers), **json.loads(self.rfile.read(length))})
            answering[min(len(asked), len(answering)) - 1](self)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        served.handle_error = lambda *_args: None  # type: ignore[method-assign]  # who hangs up is part of the test
        if tls:
            served.socket = tls.wrap_socket(served.socket, server_side=True)
        threading.Thread(target=served.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield f"{'https' if tls else 'http'}://127.0.0.1:{served.server_port}/v1", asked
        finally:
            served.shutdown()


def says(content: object, status: int = 200, **headers: str) -> Answering:
    def answering(handler: BaseHTTPRequestHandler) -> None:
        words = json.dumps(content).encode() if not isinstance(content, bytes) else content
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("content-type", "application/json")
        handler.send_header("content-length", str(len(words)))
        handler.end_headers()
        handler.wfile.write(words)

    return answering


def completion(content: str) -> dict[str, Any]:
    return {
        "choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": "stop"}],
        "usage": {
            "prompt_tokens": 70,
            "completion_tokens": 30,
            "prompt_tokens_details": {"cached_tokens": 50},
            "completion_tokens_details": {"reasoning_tokens": 20},
        },
    }


def ask(url: str, *, timeout: float = 5.0) -> Completion:
    return OpenAIEndpoint(LlmChoice(model="m", base_url=url, timeout=timeout)).complete(BODY)


def failure(url: str, *, timeout: float = 5.0) -> CallFailedError:
    with pytest.raises(CallFailedError) as failed:
        ask(url, timeout=timeout)
    return failed.value


def test_a_completion_is_read_with_its_tokens() -> None:
    with server(says(completion("words"))) as (url, asked):
        told = ask(url)
    assert told.content == "words"
    assert (told.usage.input, told.usage.cached, told.usage.output, told.usage.reasoning) == (70, 50, 30, 20)
    assert asked[0]["model"] == "m"


def test_the_key_comes_from_the_environment_and_is_told_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFFRAY_LLM_KEY", KEY)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-host")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-another-host")
    with server(says({"error": {"message": f"the key {KEY} is wrong"}}, 401)) as (url, asked):
        failed = failure(url)
    assert {name.lower(): words for name, words in asked[0]["headers"].items()}["authorization"] == f"Bearer {KEY}"
    assert "another-host" not in json.dumps(asked)
    assert KEY not in failed.detail
    assert (failed.outcome, failed.status) == (CallOutcome.DENIED, 401)


def test_without_a_key_none_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AFFRAY_LLM_KEY", raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-host")
    with server(says(completion("words"))) as (url, asked):
        ask(url)
    assert "another-host" not in json.dumps(asked)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (400, CallOutcome.DENIED),
        (404, CallOutcome.DENIED),
        (429, CallOutcome.LIMITED),
        (500, CallOutcome.FAILED),
        (503, CallOutcome.FAILED),
    ],
)
def test_a_refusal_is_told_with_its_status(status: int, outcome: CallOutcome) -> None:
    with server(says({"error": {"message": "no\x1b[31m\nway"}}, status, retry_after="3")) as (url, asked):
        failed = failure(url)
    assert (failed.outcome, failed.status, failed.retry_after) == (outcome, status, "3")
    assert failed.detail.isprintable()
    assert len(asked) == 1, "the client tries nothing again by itself"


def test_a_redirect_is_not_followed() -> None:
    with (
        server(says(completion("stolen"))) as (other, asked),
        server(says(b"", 307, location=f"{other}/chat")) as (
            url,
            _,
        ),
    ):
        failed = failure(url)
    assert failed.status == 307
    assert asked == []


def test_nobody_at_the_address_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert failure(f"http://127.0.0.1:{port}/v1").outcome is CallOutcome.UNREACHABLE


def test_a_server_that_does_not_answer_in_time_is_left() -> None:
    def sleeping(_handler: BaseHTTPRequestHandler) -> None:
        time.sleep(1)

    with server(sleeping) as (url, _):
        assert failure(url, timeout=0.2).outcome is CallOutcome.SLOW


def test_a_reply_that_trickles_for_ever_is_left() -> None:
    def trickling(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "application/json")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    with server(trickling) as (url, _):
        assert failure(url, timeout=0.5).outcome is CallOutcome.SLOW


def test_a_reply_that_is_cut_in_the_middle_is_none() -> None:
    def cutting(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "application/json")
        handler.send_header("content-length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"choices": [')

    with server(cutting) as (url, _):
        assert failure(url).outcome is CallOutcome.UNREACHABLE


def test_a_reply_that_does_not_end_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoints, "LONGEST_REPLY", 10_000)
    with server(says(b" " * 100_000)) as (url, _):
        assert failure(url).outcome is CallOutcome.ENDLESS


@pytest.mark.parametrize(
    "content",
    [b"<html>", b"{}", b"[]", b"null", b'{"choices": []}', b'{"choices": [{"message": null}]}', b"[" * 99_999],
)
def test_a_reply_that_is_no_completion_is_the_servers_fault(content: bytes) -> None:
    with server(says(content)) as (url, _):
        assert failure(url).outcome is CallOutcome.FAILED


def test_a_certificate_that_cannot_be_trusted_stops_all(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    wanted = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1"]
    made = subprocess.run(["openssl", *wanted, "-keyout", key, "-out", certificate], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("openssl makes no certificate here")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with server(says(completion("words")), tls=context) as (url, asked), pytest.raises(ModelStopError) as stop:
        ask(url)
    assert "certificate" in str(stop.value)
    assert asked == []


def test_reports_are_read_through_the_client_whatever_happens_on_the_way(tmp_path: Path) -> None:
    troubles = [says({"error": {"message": "busy"}}, 503), says({"error": {"message": "wait"}}, 429, retry_after="2")]
    clock = Clock()
    with server(*troubles, says(completion(answer(banjska())))) as (url, asked):
        choice = LlmChoice(model="m", base_url=url, cache=str(tmp_path / "answers.jsonl"))
        extractor = LlmExtractor(
            pipeline="none", llm=choice, sleep=clock.sleep, now=clock.now, tell=lambda _words: None
        )
        (extraction,) = extractor.extract([report_of(BANJSKA)])
    assert len(extraction.tellings) == 1
    assert len(asked) == 3
    assert clock.slept == [1, 2]
