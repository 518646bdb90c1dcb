"""A store on a drive of the network or in a synchronised folder is named, and one on a disk here is not."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from data.upkeep import drives
from data.upkeep.drives import is_share, kind_of_mount, synchronised_folder, why_no_place
from tests.every_case import every

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
server:/exports /srv/shared nfs4 rw 0 0
//server/share /mnt/council\040share cifs rw 0 0
user@host:/ /home/ann/far fuse.sshfs rw 0 0
/dev/sdb1 /media/disk fuseblk rw 0 0
tmpfs /srv/shared/scratch tmpfs rw 0 0
""".strip()
PLACES = {
    "/srv/house.duckdb": None,
    "/srv/shared/house.duckdb": "nfs4",
    "/srv/sharedness/house.duckdb": None,
    "/mnt/council share/a/house.duckdb": "cifs",
    "/home/ann/far/house.duckdb": "fuse.sshfs",
    "/media/disk/house.duckdb": None,
    "/srv/shared/scratch/house.duckdb": None,
}
SYNCHRONISED = [
    PureWindowsPath(r"C:\Users\ann\OneDrive - London Borough\house.duckdb"),
    PureWindowsPath(r"C:\Users\ann\iCloudDrive\a\house.duckdb"),
    PureWindowsPath(r"G:\My Drive\house.duckdb"),
    PurePosixPath("/home/ann/Dropbox (Team)/store/house.duckdb"),
    PurePosixPath("/home/ann/Google Drive/house.duckdb"),
    PurePosixPath("/Users/ann/Library/CloudStorage/GoogleDrive-ann/house.duckdb"),
    PurePosixPath("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/house.duckdb"),
    PurePosixPath("/home/ann/Nextcloud/house.duckdb"),
]
AT_HOME = ["/srv/dashboard/house.duckdb", "/home/boxer/house.duckdb", "/home/ann/onedriven/x.duckdb", "/srv/dropbox"]


@every("place", PLACES)
def test_the_kind_of_a_drive_is_that_of_the_nearest_mount(place):
    kind = kind_of_mount(place, MOUNTS)
    assert (kind if drives.NETWORK.fullmatch(kind) else None) == PLACES[place]


@every("place", SYNCHRONISED)
def test_a_synchronised_folder_is_known_by_its_name(place):
    assert synchronised_folder(place) is not None


@every("place", AT_HOME)
def test_other_folders_and_files_are_not_taken_for_one(place):
    assert synchronised_folder(PurePosixPath(place)) is None


def test_a_share_of_windows_is_known_by_its_name():
    assert is_share(PureWindowsPath(r"\\server\share\house.duckdb"))
    assert is_share(PureWindowsPath(r"\\?\UNC\server\share\house.duckdb"))
    assert not is_share(PureWindowsPath(r"C:\srv\house.duckdb"))
    assert not is_share(PureWindowsPath(r"\\?\C:\srv\house.duckdb"))


@pytest.mark.skipif(not Path("/proc/mounts").exists(), reason="only Linux lists its mounts there")
def test_the_sentence_says_where_a_store_should_lie(tmp_path, monkeypatch):
    assert why_no_place(tmp_path / "house.duckdb") is None
    (tmp_path / "mounts").write_text(f"{MOUNTS}\nserver:/a {tmp_path} nfs rw 0 0\n")
    monkeypatch.setattr(drives, "MOUNTS", tmp_path / "mounts")
    assert "lies on a drive of the network (nfs)" in str(why_no_place(tmp_path / "house.duckdb"))
    monkeypatch.undo()
    assert "lies in Dropbox, a folder that is kept the same" in str(why_no_place(tmp_path / "Dropbox" / "a.duckdb"))
