"""A file is ready when it has stopped growing, once for each state that it has had."""

from pathlib import Path

from sources.watch import Watch


def test_a_file_is_ready_at_the_second_look_that_finds_it_the_same(tmp_path: Path) -> None:
    watch, file = Watch(tmp_path), tmp_path / "a.txt"
    assert watch.look() == []
    file.write_text("Four")
    assert watch.look() == []
    file.write_text("Four died.")
    assert watch.look() == []
    assert watch.look() == [file]
    assert watch.look() == [file]  # it has not been taken
    watch.take([file])
    assert watch.look() == []
    file.write_text("Five died, later reports said.")
    assert watch.look() == []
    assert watch.look() == [file]


def test_hidden_files_are_left_alone_and_a_folder_that_is_away_holds_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    watch = Watch(folder)
    assert watch.look() == []
    folder.mkdir()
    (folder / ".part").write_text("Four")
    (folder / "b.txt").write_text("Four died.")
    watch.look()
    assert watch.look() == [folder / "b.txt"]
