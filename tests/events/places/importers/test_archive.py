"""Archives are read without a file on disk, and a bomb or a broken one is told in one line."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from events.places.importers import archive
from events.places.importers.archive import members
from schemas.errors import GazetteerError

FILES = {"data/1/1.geojson": b"one", "data/2.txt": b"two"}


def read_all(path: Path) -> dict[str, bytes]:
    return {member.name: member.stream.read(1000) for member in members(path)}


def tar_of(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return packed.getvalue()


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_a_tar_is_read_however_it_is_packed_and_called(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "whatever.bin"
    path.write_bytes(pack(tar_of(FILES)))
    assert read_all(path) == FILES


def test_a_folder_and_a_zip_give_the_same_files(tmp_path: Path) -> None:
    folder, packed = tmp_path / "folder", tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w") as zipped:
        for name, content in FILES.items():
            zipped.writestr(name, content)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    assert read_all(folder) == read_all(packed) == FILES


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_single_file_is_its_own_member(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "one.geojson"
    path.write_bytes(pack(b"{}"))
    assert read_all(path) == {"one.geojson": b"{}"}


def test_links_devices_and_hidden_folders_are_passed_over_and_names_are_no_paths(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for name, kind in (("link", tarfile.SYMTYPE), ("device", tarfile.CHRTYPE), ("pipe", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/hostname"
            tar.addfile(info)
        info = tarfile.TarInfo("../../outside.geojson")
        info.size = 4
        tar.addfile(info, io.BytesIO(b"here"))
    path = tmp_path / "inner" / "hostile.tar"
    path.parent.mkdir()
    path.write_bytes(packed.getvalue())
    (path.parent / ".git").mkdir()
    (path.parent / ".git" / "1.geojson").write_bytes(b"hidden")
    (path.parent / "2.geojson").symlink_to(path)
    assert read_all(path) == {"../../outside.geojson": b"here"}
    assert list(read_all(path.parent)) == ["hostile.tar"]
    assert not (tmp_path / "outside.geojson").exists()


def test_a_tar_that_was_cut_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cut.tar.gz"
    path.write_bytes(gzip.compress(tar_of({"1.geojson": bytes(range(256)) * 400}))[:-200])
    with pytest.raises(GazetteerError, match=r"cut\.tar\.gz is broken or was cut off"):
        read_all(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04 no more", b"\x1f\x8b no gzip"])
def test_a_broken_archive_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.zip"
    path.write_bytes(content + bytes(600))
    with pytest.raises(GazetteerError, match="broken"):
        list(read_all(path).values() if content.startswith(b"\x1f") else [_zipped(path)])


def _zipped(path: Path) -> dict[str, bytes]:
    # a central directory that points nowhere
    path.write_bytes(
        path.read_bytes() + b"PK\x05\x06" + bytes(8) + b"\x01\x00" * 2 + b"\xff\x00\x00\x00" * 2 + bytes(2)
    )
    return read_all(path)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"There is no .*absent"):
        read_all(tmp_path / "absent.zip")


def test_a_zip_that_unpacks_to_100_gigabytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 2**20)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("bomb.txt", bytes(2**21))
    with pytest.raises(GazetteerError, match=r"bomb\.zip unpacks to .* more than any gazetteer"):
        read_all(path)


def test_a_tar_of_a_bomb_is_refused_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 2**20)
    path = tmp_path / "bomb.tar.gz"
    path.write_bytes(gzip.compress(tar_of({"bomb.txt": bytes(2**21), "1.geojson": b"{}"})))
    with pytest.raises(GazetteerError, match="more than any gazetteer"):
        list(members(path))


def test_a_header_that_claims_gigabytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_AT_ONCE", 2**16)
    header = tarfile.TarInfo("pax")
    header.type, header.size = tarfile.XHDTYPE, 2**30
    path = tmp_path / "claims.tar"
    path.write_bytes(header.tobuf() + bytes(2**17))
    with pytest.raises(GazetteerError, match="an entry of more than"):
        list(members(path))
