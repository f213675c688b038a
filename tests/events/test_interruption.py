"""A build that is killed, interrupted or out of disk loses nothing, and the same command again finishes it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from events.build import build
from outputs.store.connect import open_for_reading
from sources.options import ReadOptions
from sources.read import read_sources
from tests.events.commandline import COMMAND, Affray, Exports, Rows, Tables

Start = Callable[..., "subprocess.Popen[str]"]
Finish = Callable[[Path], bool]

PATIENCE = 60  # seconds; a machine under load starts a process in ten
REPORTS = 320  # five batches

# Builds the file given first into the file given second and kills itself, as no handler can prevent, at the moment
# given third, when it has come as often as given fourth.
DOOMED = """
    import os, signal, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from events.build import build
    from events.progress import Silent
    from sources.options import ReadOptions
    from sources.read import read_sources

    source, into, moment, times = sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    left = times

    def passing(name):
        global left
        left -= name == moment
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    class Doom(Silent):
        def found(self, reports):
            passing("found")

        def rejecting(self, reject):
            passing("rejecting")

        def loaded(self, reports):
            passing("loaded")

        def linking(self):
            passing("linking")

    def now():
        passing("looking at the clock")
        return datetime.now(UTC)

    build(read_sources([source], ReadOptions()), into=into, chosen={"extractor": "plain"}, now=now, progress=Doom())
"""
MOMENTS = [
    ("looking at the clock", 1),  # the file is made, and nothing is in it
    ("found", 1),
    ("rejecting", 1),
    ("loaded", 1),
    ("loaded", 4),
    ("linking", 1),
    ("looking at the clock", 2),  # all is linked, but the run has not ended
]

# Holds the dataset given first until its standard input ends.
HOLDER = """
    import sys
    from pathlib import Path
    from outputs.store.connect import open_for_writing
    with open_for_writing(Path(sys.argv[1])):
        print("open", flush=True)
        sys.stdin.read()
"""


# Whoever runs the tests in the background may have made their processes deaf to Ctrl-C.
HEARING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "


def build_words(source: Path, into: Path, *, workers: int = 1) -> tuple[object, ...]:
    return "build", source, "--into", into, "--extractor", "plain", "--workers", workers, "--quiet"


def until(happens: Callable[[], bool], process: "subprocess.Popen[str]") -> bool:
    """Look again and again whether something happens; give up when the process ends or patience does."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        if happens():
            return True
        try:
            process.wait(timeout=0.005)
        except subprocess.TimeoutExpired:
            continue
        return happens()
    return False


def size(dataset: Path) -> int:
    """Count the bytes of a dataset and its log."""
    beside = (dataset, dataset.with_name(f"{dataset.name}.wal"))
    return sum(path.stat().st_size for path in beside if path.exists())


def kill(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate(timeout=PATIENCE)


@pytest.fixture(scope="session")
def source(wire: Callable[[int], list[dict[str, str]]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give reports with a broken one among them, and one whose date is none."""
    reports = wire(REPORTS)
    broken = [{"id": "broken", "text": 5}, {"id": "dated", "text": "1 killed in Hama.", "published": "2023-02-31"}]
    path = tmp_path_factory.mktemp("source") / "reports.jsonl"
    path.write_text("".join(json.dumps(report) + "\n" for report in (*reports[:100], *broken, *reports[100:])))
    return path


@pytest.fixture(scope="session")
def undisturbed(source: Path, plugins: Path) -> Iterator[Path]:
    """Give the dataset of a build that nothing disturbs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(plugins)
        into = source.with_name("undisturbed.duckdb")
        build(
            read_sources([str(source)], ReadOptions()),
            into=into,
            chosen={"extractor": "plain"},
            now=lambda: datetime(2024, 1, 1, tzinfo=UTC),
        )
        yield into


@pytest.fixture
def finished(affray: Affray, source: Path, plain: tuple[str, str], exported: Exports, undisturbed: Path) -> Finish:
    """Give a function that runs the command again and finds the dataset as if nothing had happened."""

    def finish(into: Path) -> bool:
        ended = affray("build", source, "--into", into, *plain, "--workers", 1, "--quiet")
        assert ended.status == 3, ended.err
        assert affray("check", into).status == 0
        return exported(into) == exported(undisturbed)

    return finish


@pytest.mark.parametrize(("moment", "times"), MOMENTS)
def test_a_build_killed_at_a_certain_moment_is_finished_by_the_same_command(
    moment: str,
    times: int,
    *,
    affray: Affray,
    finished: Finish,
    source: Path,
    started: Start,
    rows: Rows,
    tmp_path: Path,
) -> None:
    into = tmp_path / "killed.duckdb"
    doomed = started(source, into, moment, times, command=(sys.executable, "-c", textwrap.dedent(DOOMED)))
    _, err = doomed.communicate(timeout=PATIENCE)
    assert doomed.returncode == -signal.SIGKILL, err
    assert affray("check", into).status == 0
    assert finished(into)
    assert rows(into, "select reason from rejects order by all") == [("date",), ("malformed",)]


def test_a_build_killed_again_and_again_is_finished_by_the_same_command(
    finished: Finish, source: Path, started: Start, tmp_path: Path
) -> None:
    """Two workers and a killer that looks only at how much was written: each kill falls where it falls."""
    into = tmp_path / "killed.duckdb"
    words = build_words(source, into, workers=2)
    for _ in range(3):
        before = size(into)
        process = started(*words)
        assert until(lambda before=before: size(into) > before + 20_000, process)  # type: ignore[misc]
        kill(process)
        assert process.returncode in {-signal.SIGKILL, 3}
        with open_for_reading(into):
            pass
    assert finished(into)


def test_only_background_was_left_unlinked_by_a_kill(
    *,
    affray: Affray,
    plain: tuple[str, str],
    exported: Exports,
    started: Start,
    jsonl: Callable[..., Path],
    rows: Rows,
    tmp_path: Path,
) -> None:
    """A recalled incident founds none: nothing but the run tells that it was not linked."""
    day = {"published": "2021-03-01"}
    first = jsonl({"id": "1", "text": "4 killed in Hama.", **day}, name="first.jsonl")
    second = jsonl({"id": "2", "text": "Recalled: 5 killed in Hama.", **day}, name="second.jsonl")
    files = {}
    for name in ("undisturbed", "killed"):
        into = tmp_path / f"{name}.duckdb"
        assert affray("build", first, "--into", into, *plain, "--quiet").status == 0
        if name == "killed":
            doomed = started(second, into, "linking", 1, command=(sys.executable, "-c", textwrap.dedent(DOOMED)))
            doomed.communicate(timeout=PATIENCE)
            assert doomed.returncode == -signal.SIGKILL
        assert affray("build", second, "--into", into, *plain, "--quiet").status == 0
        assert rows(into, "select report_count from incidents") == [(2,)]
        files[name] = exported(into)
    assert files["killed"] == files["undisturbed"]


@pytest.fixture
def workers(started: Start, source: Path, tmp_path: Path) -> Iterator[tuple["subprocess.Popen[str]", list[int]]]:
    """Give a build at work with its workers' process ids."""
    into = tmp_path / "working.duckdb"
    process = started(*build_words(source, into, workers=2), command=(sys.executable, "-c", HEARING + COMMAND[-1]))
    assert until(lambda: size(into) > 0 and bool(readers(process.pid)), process)
    yield process, readers(process.pid)
    if process.poll() is None:
        kill(process)


def readers(pid: int) -> list[int]:
    """List the worker processes of a build that have begun: they wait in more threads than one."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in command_line(int(child))]


def command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds processes in /proc, which Linux has")
def test_workers_end_with_a_build_that_is_killed(
    workers: tuple["subprocess.Popen[str]", list[int]],
) -> None:
    process, orphans = workers
    assert orphans
    process.kill()
    # its pipes close when the last process that holds them has ended
    process.communicate(timeout=PATIENCE)
    assert [pid for pid in orphans if command_line(pid)] == []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds processes in /proc, which Linux has")
def test_a_worker_that_is_killed_is_told_in_one_line_and_loses_nothing(
    *,
    affray: Affray,
    plain: tuple[str, str],
    started: Start,
    wire: Callable[[int], list[dict[str, str]]],
    jsonl: Callable[..., Path],
    rows: Rows,
    tmp_path: Path,
) -> None:
    source, into = jsonl(*wire(1_000)), tmp_path / "working.duckdb"
    process = started(*build_words(source, into, workers=2))
    assert until(lambda: bool(readers(process.pid)), process)
    before = size(into)
    assert until(lambda: size(into) > before + 20_000, process)
    os.kill(readers(process.pid)[0], signal.SIGKILL)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1, err
    (line,) = err.splitlines()
    assert line.startswith("affray: A worker process was killed")
    ended = affray("build", source, "--into", into, *plain, "--workers", 1)
    assert ended.status == 0
    assert 0 < int(ended.lines[0].split()[3]) < 1_000, ended.err
    assert affray("check", into).status == 0
    assert rows(into, "select count(*) from reports") == [(1_000,)]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds processes in /proc, which Linux has")
def test_an_interrupt_ends_the_build_in_one_line(
    workers: tuple["subprocess.Popen[str]", list[int]],
) -> None:
    """Ctrl-C reaches every process of the terminal's group."""
    process, _ = workers
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    *named, last = [line for line in err.splitlines() if line]
    assert last == "affray: interrupted"
    assert [line for line in named if "set aside" not in line and "read, but" not in line] == []


def test_a_second_writer_gets_a_sentence(
    affray: Affray, source: Path, example_dataset: Path, tables: Tables, tmp_path: Path
) -> None:
    into = Path(shutil.copy(example_dataset, tmp_path))
    holder = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDER), str(into)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"open\n"
        ended = affray("build", source, "--into", into, "--workers", 1)
        assert ended.status == 1
        assert ended.lines == [
            f"affray: {into} is in use by another process. Wait until that one ends, then run the command again."
        ]
        assert holder.stdin
        holder.stdin.close()
    assert tables(into) == tables(example_dataset)


# Mounts a disk of the size given first, for itself alone, and runs on it what is given last.
SMALL_DISK = """
    disk=$2 out=$4
    mount -t tmpfs -o size="$1" tmpfs "$disk" || exit 77
    cp "$3" "$disk/full.duckdb"
    shift 4
    "$@"
    status=$?
    cp "$disk"/full.duckdb* "$out"
    exit $status
"""
MOUNTING_FAILED = 77
KEPT = ("reports", "claims", "mention_facts", "rejects", "runs", "settings")  # tables that a build only adds to
ROOM = 800_000  # bytes beside the dataset


def many(jsonl: Callable[..., Path]) -> Path:
    """Write four megabytes of reports that do not compress."""
    noise = (" ".join(str(number * word * 7919) for word in range(1_000)) for number in range(1, 400))
    day = {"published": "2021-03-01"}
    return jsonl(*({"text": f"{n} killed in Hama. {words}", **day} for n, words in enumerate(noise)), name="many.jsonl")


def on_a_small_disk(start: Start, source: Path, dataset: Path, out: Path) -> "subprocess.Popen[str]":
    disk = out / "disk"
    disk.mkdir()
    alone = ("unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]))
    if not shutil.which("unshare"):
        pytest.skip("needs unshare, to mount a small disk that no other process sees")
    words = (dataset.stat().st_size + ROOM, disk, dataset, out, *COMMAND, *build_words(source, disk / "full.duckdb"))
    return start(*words, command=(*alone, "sh", "-c", SMALL_DISK, "sh"))


def in_small_files(start: Start, source: Path, dataset: Path, out: Path) -> "subprocess.Popen[str]":
    into = Path(shutil.copy(dataset, out / "full.duckdb"))
    most = into.stat().st_size + ROOM
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most})); "
    )
    return start(*build_words(source, into), command=(sys.executable, "-c", limited + COMMAND[-1]))


@pytest.mark.parametrize("limited", [on_a_small_disk, in_small_files])
def test_a_full_disk_loses_nothing_that_was_there(
    *,
    limited: Callable[..., "subprocess.Popen[str]"],
    affray: Affray,
    started: Start,
    plain: tuple[str, str],
    wire: Callable[[int], list[dict[str, str]]],
    jsonl: Callable[..., Path],
    tables: Tables,
    tmp_path: Path,
) -> None:
    dataset = tmp_path / "before.duckdb"
    assert affray("build", jsonl(*wire(200)), "--into", dataset, *plain, "--workers", 1, "--quiet").status == 0
    out = tmp_path / "out"
    out.mkdir()
    process = limited(started, many(jsonl), dataset, out)
    _, err = process.communicate(timeout=PATIENCE)
    if process.returncode == MOUNTING_FAILED or "unshare failed" in err:
        pytest.skip(f"may not mount a small disk here: {err}")
    assert process.returncode == 1, err
    (line,) = err.splitlines()
    assert line.startswith("affray: ")
    assert "could not be written" in line
    assert line.endswith("All up to the last whole batch is kept; mend this, then run the command again.")
    into = out / "full.duckdb"
    assert affray("check", into).status == 0
    before, after = tables(dataset), tables(into)
    assert {name for name in KEPT if not set(map(str, before[name])) <= set(map(str, after[name]))} == set()
    assert len(after["reports"]) > len(before["reports"])
