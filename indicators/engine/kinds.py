"""One definition for several kinds of a thing: what differs between them is a table at the end of its front matter."""

import re
import tomllib
from dataclasses import dataclass, field

from data.errors import Mendable

TABLE = re.compile(r"^\[kinds\]\n.*?(?=\*/)", re.MULTILINE | re.DOTALL)
KIND = "kind"
"""What stands for the name of the kind itself."""
LEFT_OPEN = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Kind:
    """Hold what is written of one indicator, in which file, and what its words in braces stand for."""

    id: str
    file: str
    """The name of its file, without its ending."""
    written: str
    words: dict[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Hash by id, since a dictionary has no hash."""
        return hash(self.id)

    def filled(self, text: str) -> str:
        """Return a text with each word in braces replaced by what it stands for, as of the examples beside it."""
        for name, word in self.words.items():
            text = text.replace(f"{{{name}}}", word)
        return text


def each_kind(named: str, stem: str, written: str) -> list[Kind]:
    """Return what is written of each indicator of a file: of one, or of one for each of its [kinds].

    The id of a kind is the name of the file with that of the kind behind it; {code} stands for what the table says of
    the kind under `code`, in front matter and SQL alike.

    Raises:
        Mendable: naming the file, where the table is none or says too little of a kind.
    """
    table = TABLE.search(written)
    if table is None:
        return [Kind(stem, stem, written)]
    shared = written.replace(table[0], "")
    return [_of_kind(named, stem, shared, kind, words) for kind, words in _table(named, table[0]).items()]


def _of_kind(named: str, stem: str, shared: str, kind: str, words: dict[str, str]) -> Kind:
    """Write the definition of one kind into what all share."""
    known = {KIND: kind, **words}
    text = Kind(stem, stem, shared, known).filled(shared)
    if left := LEFT_OPEN.search(text):
        raise Mendable(f"{named}: its kind {kind} does not say what {left[0]} is. Write {left[1]} of it, too.")
    return Kind(f"{stem}_{kind}", stem, text, known)


def _table(named: str, table: str) -> dict[str, dict[str, str]]:
    """Read the table of kinds."""
    try:
        kinds = tomllib.loads(table)["kinds"]
    except tomllib.TOMLDecodeError as why:
        raise Mendable(f"{named}: its [kinds] are not TOML: {why}.") from why
    for kind, words in kinds.items():
        if not isinstance(words, dict) or not all(isinstance(word, str) for word in words.values()):
            raise Mendable(f'{named}: its kind {kind} is {words!r}. Write it as {kind} = {{ code = "1A" }}.')
    return kinds
