"""The tags of a PDF: what its structure says to whoever has it read out, read from the file itself.

Only what typst writes is read: objects, and streams of objects packed by Deflate. It is no reader of PDF.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
TOKEN = re.compile(
    rb"\s*(<<|>>|\[|\]|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|/[^\s/<>\[\]()]*|\d+ 0 R|[^\s/<>\[\]()]+)", re.DOTALL
)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}


@dataclass(frozen=True)
class Tag:
    """Hold one tag: its name, its text for whoever does not see it, its attributes, and what stands within."""

    name: str
    alt: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    within: tuple["Tag", ...] = ()

    def all(self, *names: str) -> Iterator["Tag"]:
        """Yield the tags of these names, itself included, in the order in which they are read out."""
        if self.name in names:
            yield self
        for tag in self.within:
            yield from tag.all(*names)


class TaggedPdf:
    """Read a PDF of typst's: its catalogue and its tags."""

    def __init__(self, contents: bytes):
        """Read every object, those in streams too."""
        self._objects: dict[int, bytes] = {}
        for number, body in OBJECT.findall(contents):
            self._objects[int(number)] = body
            if b"/ObjStm" in body:
                self._objects |= dict(_packed(body))
        self.catalogue = next(
            whole for body in self._objects.values() if b"/Catalog" in body and (whole := self.read(body))
        )

    def read(self, body: bytes):
        """Return an object as a dict, a list, a text or a name."""
        tokens = [match[1] for match in TOKEN.finditer(body.partition(b"stream\n")[0])]
        return _value(tokens)

    def at(self, value):
        """Return what a value is or refers to."""
        if isinstance(value, bytes) and value.endswith(b" 0 R"):
            return self.at(self.read(self._objects[int(value.split()[0])]))
        return value

    def pages(self) -> int:
        """Return how many pages there are."""
        return int(self.at(self.catalogue["Pages"])["Count"])

    def root(self) -> Tag:
        """Return its tags, from the document down."""
        (top,) = self._within(self.at(self.catalogue["StructTreeRoot"]))
        return top

    def _within(self, element: dict) -> Iterator[Tag]:
        kids = self.at(element.get("K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            tag = self.at(kid)
            if isinstance(tag, dict) and "S" in tag:
                given = self.at(tag.get("A", []))
                attributes = {}
                for some in given if isinstance(given, list) else [given]:
                    attributes |= self.at(some)
                yield Tag(tag["S"], text_of(tag.get("Alt", b"")), attributes, tuple(self._within(tag)))


def _packed(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of a stream of objects, by number."""
    head, _, rest = body.partition(b"stream\n")
    unpacked = zlib.decompress(rest.removesuffix(b"\nendstream"))
    first, many = (int(re.search(rb"/%s (\d+)" % name, head)[1]) for name in (b"First", b"N"))  # type: ignore[index]
    numbers = [int(number) for number in unpacked[:first].split()][: 2 * many]
    places = [*numbers[1::2], len(unpacked) - first]
    for number, start, end in zip(numbers[::2], places, places[1:], strict=False):
        yield number, unpacked[first + start : first + end]


def _value(tokens: list[bytes]):
    """Take one value from the front of tokens."""
    token = tokens.pop(0)
    if token == b"<<":
        whole = {}
        while tokens[0] != b">>":
            key = _value(tokens)
            whole[key] = _value(tokens)
        tokens.pop(0)
        return whole
    if token == b"[":
        listed = []
        while tokens[0] != b"]":
            listed.append(_value(tokens))
        tokens.pop(0)
        return listed
    return token[1:].decode() if token.startswith(b"/") else token


def text_of(token: bytes) -> str:
    """Return a text as it is read, or nothing where there is none."""
    if token.startswith(b"<"):
        raw = bytes.fromhex(token[1:-1].decode())
    else:
        raw = ESCAPED.sub(
            lambda found: bytes([int(found[1], 8)]) if found[1].isdigit() else ESCAPES.get(found[1], found[1]),
            token[1:-1],
        )
    return raw[2:].decode("utf-16-be") if raw.startswith(b"\xfe\xff") else raw.decode("latin-1")
