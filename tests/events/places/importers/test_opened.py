import zipfile
from pathlib import Path

import pytest

from events.places.importers.opened import SMALL, head_of, opened
from schemas.errors import GazetteerError

ROW = "900000001\tKaryat\n"


def _zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return path


def _content(path: Path) -> bytes:
    with opened(path) as stream:
        return stream.read()


def test_the_table_in_a_zip_is_read_and_its_notes_are_not(tmp_path: Path) -> None:
    path = _zipped(tmp_path / "x.zip", readme__txt="words " * 1000, XK__txt=ROW)
    assert _content(path) == ROW.encode()


def test_a_member_that_names_a_path_outside_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "inner" / "x.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../escaped.txt", ROW)
    assert _content(path) == ROW.encode()
    assert not list(tmp_path.rglob("escaped.txt"))


def test_a_zip_that_unpacks_to_far_more_than_it_holds_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("world.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(SMALL // 2**20 + 40):
            member.write(bytes(2**20))
    with pytest.raises(GazetteerError, match="unpacks to far more"):
        _content(path)


def test_a_zip_that_lies_about_its_size_is_refused_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "liar.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("world.txt", "w", force_zip64=True) as member,
    ):
        for _ in range(SMALL // 2**20 + 40):
            member.write(bytes(2**20))
    content = bytearray(path.read_bytes())
    size = (SMALL + 40 * 2**20).to_bytes(4, "little")
    directory = content.rindex(b"PK\x01\x02")
    at = content.index(size, directory)
    content[at : at + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    with pytest.raises(GazetteerError, match=r"unpacks to far more|cannot be unpacked"):
        _content(path)


def test_a_zip_of_thousands_of_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(1_001):
            archive.writestr(f"{number}.txt", "")
    with pytest.raises(GazetteerError, match="1,001 files"):
        _content(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"PK\x05\x06" + bytes(18)])
def test_a_broken_zip_has_no_head(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.zip"
    path.write_bytes(content)
    assert b"\t" not in head_of(path)


def test_a_folder_and_a_missing_file_are_told_in_a_line(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        assert head_of(path) == b""
        with pytest.raises(GazetteerError, match="cannot be read"):
            _content(path)
