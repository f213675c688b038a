"""`affray fetch` refuses in words, and leaves no empty archive."""

from pathlib import Path

from click.testing import CliRunner

from events.commands import affray


def test_what_is_not_fetched_is_told_and_leaves_no_archive(tmp_path: Path) -> None:
    archive = tmp_path / "pages.warc.gz"
    outcome = CliRunner().invoke(affray, ["fetch", "http://127.0.0.1:9/a", "nowhere", "--output", str(archive)])
    assert outcome.exit_code == 3
    assert "http://127.0.0.1:9/a: '127.0.0.1' is a machine of a private network." in outcome.output
    assert "nowhere: 'nowhere' is no address of a web page." in outcome.output
    assert "0 fetched, 2 not." in outcome.output
    assert not archive.exists()


def test_an_archive_is_known_by_its_ending(tmp_path: Path) -> None:
    outcome = CliRunner().invoke(affray, ["fetch", "https://wire.example/", "--output", str(tmp_path / "pages.zip")])
    assert "Name it with the ending .warc.gz" in str(outcome.exception)
