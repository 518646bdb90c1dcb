"""Hand a command over to the process that holds the store, and print its answer as if it had run here.

One process owns a store file. While the dashboard is that process it keeps a door beside the file: a socket that only
the same user can open (on Windows a port of this computer alone) and a note that says where it is, with a secret, that
only the same user can read. Each side proves that it knows the secret before anything else is said. What passes is JSON
and the bytes of files, of limited size, one command at a time; nothing that passes is ever run as a program.
"""

import hmac
import json
import os
import re
import secrets
import socket
import stat
import struct
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from data.errors import Mendable
from data.unforeseen import Unforeseen, foreseen

LARGEST = 256 * 2**20
"""Bytes of a command with its files."""
PATIENCE = 20.0
"""Seconds to wait for the other side to go on speaking; an answer may take as long as the work takes."""
LONGEST_SOCKET_NAME = 100
NONCE = 32
HEX = re.compile(r"([0-9a-f]{2})+")
LENGTH = struct.Struct("!Q")
PROTOCOL = 2
"""How the two sides speak: from 2 on a command says who gives it."""
OLDER_COMMAND = (
    "This command is of an older version of this program than the dashboard that holds the store, and does not say who "
    "gives it. Give it with the same version."
)


@dataclass(frozen=True)
class Asked:
    """Hold a command: who gives it, its words, the files it reads by the names in them, whose figures come first."""

    asker: str
    words: Sequence[str]
    files: Mapping[str, bytes] = field(default_factory=dict)
    authority: str | None = None


@dataclass(frozen=True)
class Answer:
    """Hold how a command ended and what it said."""

    status: int
    out: str
    err: str
    made: Mapping[str, str] = field(default_factory=dict)
    """Files to write where the command was given: their bytes in base 64, by the paths in its words."""


class Door:
    """Keep a door beside a store file, behind which commands are answered one at a time."""

    def __init__(self, store: Path, answer: Callable[[Asked], Answer]):
        """Open the door. Only the process that holds the store may: what lies there of an earlier one is removed."""
        self._answer = answer
        self._note = note_beside(store)
        self._one_at_a_time = threading.Lock()
        self._secret = secrets.token_bytes(NONCE)
        self._note.unlink(missing_ok=True)
        self._listening, place = _listen(store)
        note = {"place": place, "secret": self._secret.hex(), "protocol": PROTOCOL}
        _write_for_owner(self._note, json.dumps(note))
        threading.Thread(target=self._attend, name="handover", daemon=True).start()

    def __enter__(self) -> "Door":
        """Keep the door for as long as a block lasts."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the door away."""
        self.close()

    def close(self) -> None:
        """Take the door away; a command under way ends as it would have."""
        place = self._listening.getsockname()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._note.unlink(missing_ok=True)
        if isinstance(place, str):
            Path(place).unlink(missing_ok=True)

    def _attend(self) -> None:
        """Let callers in until the door is closed, each in a thread of its own so that none can hold up the rest."""
        while True:
            try:
                caller, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(caller,), name="handed over", daemon=True).start()

    def _serve(self, caller: socket.socket) -> None:
        """Answer one caller, and say so where this program falls over at the command."""
        with caller:
            caller.settimeout(PATIENCE)
            try:
                _prove(caller, self._secret, first=True)
                packed = _receive(caller, LARGEST)
            except (OSError, _Stranger):
                return
            try:
                with foreseen("a command that was handed over"), self._one_at_a_time:
                    request = _unpack(packed)
                    answer = self._answer(request) if request else Answer(2, "", f"Error: {OLDER_COMMAND}\n")
            except Unforeseen as why:
                answer = Answer(3, "", f"Error: {why}\n")
            with suppress(OSError):  # whoever asked may have gone
                _send(caller, json.dumps(asdict(answer)).encode())


class _Stranger(Exception):
    """Say that the other side does not know the secret, or does not speak as we do."""


def note_beside(store: Path) -> Path:
    """Return where the note lies that says how to reach whoever holds a store."""
    return store.resolve().with_name(f"{store.name}.door")


def hand_over(store: Path, request: Asked) -> Answer | None:
    """Have a command run by the process that holds a store; None where that is not a dashboard of the same user.

    Raises:
        Mendable: where the files are too large together, the dashboard is of another version, or it ended before it
            answered.
    """
    note = _read_own(note_beside(store))
    if note is None:
        return None
    place, secret, protocol = note
    packed = _pack(request)
    if len(packed) > LARGEST:
        raise Mendable(f"These files are larger than {LARGEST // 2**20} MB together. Hand them over in parts.")
    try:
        line = _call(place)
    except (OSError, ValueError, OverflowError):  # nobody is there, or it is no place at all
        return None
    try:
        with line:
            line.settimeout(PATIENCE)
            _prove(line, secret, first=False)
            if protocol != PROTOCOL:
                raise Mendable(
                    f"The dashboard that holds {store} is of another version of this program. Start it again, then try "
                    "again."
                )
            return _answered(line, packed, store)
    except (OSError, _Stranger):
        return None


def _answered(line: socket.socket, packed: bytes, store: Path) -> Answer:
    """Send a command and wait for its answer, however long the work takes."""
    try:
        _send(line, packed)
        line.settimeout(None)
        return Answer(**json.loads(_receive(line, LARGEST)))
    except (OSError, _Stranger) as why:
        raise Mendable(
            f"The dashboard that holds {store} ended before it answered. "
            "See with the command loads what was published, then try again."
        ) from why


def _listen(store: Path) -> tuple[socket.socket, str | int]:
    """Listen where only the same user can speak to us; return the socket and its place."""
    if not hasattr(socket, "AF_UNIX"):
        listening = socket.create_server(("127.0.0.1", 0))
        return listening, listening.getsockname()[1]
    listening = socket.socket(socket.AF_UNIX)
    place = store.resolve().with_name(f"{store.name}.socket")
    try:
        if len(os.fsencode(place)) > LONGEST_SOCKET_NAME:
            raise OSError("the name is too long for a socket")
        place.unlink(missing_ok=True)
        listening.bind(str(place))
    except OSError:  # some file systems have no sockets
        place = Path(tempfile.mkdtemp(prefix="slac-")) / "socket"
        listening.bind(str(place))
    place.chmod(0o600)  # nobody can connect before it listens, below
    listening.listen()
    return listening, str(place)


def _call(place: str | int) -> socket.socket:
    """Connect to a door."""
    if isinstance(place, int):
        return socket.create_connection(("127.0.0.1", place), timeout=PATIENCE)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(PATIENCE)
    line.connect(place)
    return line


def _prove(line: socket.socket, secret: bytes, first: bool) -> None:
    """Prove to each other that both know the secret, without saying it."""
    ours = secrets.token_bytes(NONCE)
    line.sendall(ours)
    theirs = _exactly(line, NONCE)
    names = (b"holder", b"caller") if first else (b"caller", b"holder")
    line.sendall(hmac.digest(secret, names[0] + ours + theirs, sha256))
    if not hmac.compare_digest(_exactly(line, NONCE), hmac.digest(secret, names[1] + theirs + ours, sha256)):
        raise _Stranger


def _pack(request: Asked) -> bytes:
    """Write a command as bytes: the length of its head, the head in JSON, then the files one after another."""
    sizes = {name: len(contents) for name, contents in request.files.items()}
    said = {"asker": request.asker, "words": list(request.words), "authority": request.authority, "files": sizes}
    head = json.dumps(said).encode()
    return b"".join([LENGTH.pack(len(head)), head, *request.files.values()])


def _unpack(packed: bytes) -> Asked | None:
    """Read a command; None where it does not say who gives it, as an older program's did not."""
    (length,) = LENGTH.unpack_from(packed)
    start = LENGTH.size + length
    head = json.loads(packed[LENGTH.size : start])
    if "asker" not in head:
        return None
    files = {}
    for name, size in head["files"].items():
        files[name] = packed[start : start + size]
        start += size
    return Asked(head["asker"], head["words"], files, head["authority"])


def _send(line: socket.socket, contents: bytes) -> None:
    """Send bytes with their length before them."""
    line.sendall(LENGTH.pack(len(contents)))
    if contents:  # of nothing, the other side has read all, and may have answered and gone
        line.sendall(contents)


def _receive(line: socket.socket, largest: int) -> bytes:
    """Receive bytes with their length before them, and no more than are allowed."""
    (length,) = LENGTH.unpack(_exactly(line, LENGTH.size))
    if length > largest:
        raise _Stranger
    return _exactly(line, length)


def _exactly(line: socket.socket, length: int) -> bytes:
    """Receive so many bytes; a line that ends before is no line to trust."""
    received = bytearray()
    while len(received) < length:
        some = line.recv(min(length - len(received), 2**20))
        if not some:
            raise _Stranger
        received += some
    return bytes(received)


def _write_for_owner(path: Path, text: str) -> None:
    """Write a new file that only its owner can read."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as note:
        note.write(text)


def _read_own(path: Path) -> tuple[str | int, bytes, object] | None:
    """Read the place, the secret and the protocol of a note that is ours alone to read or write; None for any other."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return None
        if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o077):
            return None
        note = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    match note:
        case {"place": int() | str() as place, "secret": str() as secret} if HEX.fullmatch(secret):
            return place, bytes.fromhex(secret), note.get("protocol")
    return None
