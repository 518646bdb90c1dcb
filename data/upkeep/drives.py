"""Where a store lies: on a drive of the network, or in a folder that a program keeps the same on several computers.

A lock on a file may not hold there, and what is written is copied away in pieces: both can damage a store.
"""

import os
import re
from pathlib import Path, PurePath, PureWindowsPath

MOUNTS = Path("/proc/mounts")
NETWORK = re.compile(
    r"nfs\d?|cifs|smb(fs|\d)?|afs|afpfs|ncpfs|9p|davfs\d?|webdav|ceph|lustre|gpfs|beegfs|glusterfs|fuse\..+"
)
SYNCHRONISED = re.compile(
    r"(one ?drive|dropbox|google ?drive|my drive|i ?cloud( ?drive)?|icloud~.+|com~apple~clouddocs|mobile documents"
    r"|cloudstorage|nextcloud|owncloud|sharepoint|box( sync)?|pcloud( ?drive)?|mega(sync)?)( ?[-(@].*)?",
    re.IGNORECASE,
)
REMOTE = 4
"""What Windows calls a drive of the network."""


def why_no_place(path: Path) -> str | None:
    """Say why a store should not lie where it does; None where nothing speaks against it."""
    place = path.resolve()
    kind = network_drive(place)
    if kind is not None:
        return f"{path} lies on a drive of the network ({kind}), where a lock may not hold. Keep it on a disk here."
    folder = synchronised_folder(place)
    if folder is not None:
        return (
            f"{path} lies in {folder}, a folder that is kept the same on several computers, and would be copied half "
            "written. Keep the store in another folder."
        )
    return None


def network_drive(place: Path) -> str | None:
    """Return what kind of network drive a file lies on, or None."""
    if os.name == "nt":
        return _network_drive_of_windows(place)
    if not MOUNTS.exists():
        return None
    kind = kind_of_mount(str(place), MOUNTS.read_text(encoding="utf-8", errors="replace"))
    return kind if NETWORK.fullmatch(kind) else None


def kind_of_mount(place: str, mounts: str) -> str:
    """Return the kind of the file system that a place lies in, by the lines of /proc/mounts; the last holds."""
    kinds = {"/": ""}
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        kinds[re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), point)] = kind
    within = [point for point in kinds if place == point or place.startswith(point.rstrip("/") + "/")]
    return kinds[max(within, key=len)]


def synchronised_folder(place: PurePath) -> str | None:
    """Return the folder above a file that bears the name of one that is synchronised, or None."""
    return next((part for part in place.parts[:-1] if SYNCHRONISED.fullmatch(part)), None)


def is_share(place: PureWindowsPath) -> bool:
    """Tell whether a place of Windows is named by its server, such as in \\\\server\\share."""
    return place.drive.startswith("\\\\") and not place.drive.startswith("\\\\?\\") or "\\\\?\\UNC\\" in place.drive


def _network_drive_of_windows(place: Path) -> str | None:
    """Return what Windows says of the drive of a file."""
    import ctypes

    if is_share(PureWindowsPath(place)):
        return "a share of another computer"
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\")  # type: ignore[attr-defined]
    return "a share of another computer" if kind == REMOTE else None
