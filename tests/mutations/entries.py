"""The list of mutations, and where in the program each belongs: found by its text, wherever the file lies."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = next(each for each in Path(__file__).parents if (each / "cli.py").is_file())
LIST = Path(__file__).with_name("mutations.toml")
PROGRAM = ("app.py", "cli.py", "data", "indicators", "pages", "validation")
KINDS = (".py", ".sql")
ROOMS = ("definitions", "rules", "charts", "suppression", "ledger", "parsing")


@dataclass(frozen=True)
class Mutation:
    """Hold one fault: what it breaks, the text it replaces, the text it puts there, and the tests that catch it."""

    id: str
    room: str
    breaks: str
    old: str
    new: str
    caught_by: tuple[str, ...]


class CannotApply(Exception):
    """Say why a mutation has no place in the program as it is."""


@cache
def mutations() -> tuple[Mutation, ...]:
    """Return the list, in its order."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["mutation"]
    return tuple(Mutation(**{**each, "caught_by": tuple(each["caught_by"])}) for each in entries)


def program_files(root: Path = ROOT) -> Iterator[Path]:
    """Yield every file of the program's code."""
    for name in PROGRAM:
        place = root / name
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (each for each in found if each.suffix in KINDS and "local" not in each.relative_to(root).parts[:-1])


def place_of(mutation: Mutation, root: Path = ROOT) -> Path:
    """Return the file that holds the text of a mutation.

    Raises:
        CannotApply: where it stands nowhere, or more than once.
    """
    texts = _texts(root)
    found = Counter({path: text.count(mutation.old) for path, text in texts.items() if mutation.old in text})
    if found.total() != 1:
        where = ", ".join(str(path.relative_to(root)) for path in found) or "no file"
        raise CannotApply(f"its text stands {found.total()} times, in {where}")
    return next(iter(found))


def test_file(name: str, root: Path = ROOT) -> Path:
    """Return the test file of a name, wherever it lies.

    Raises:
        CannotApply: where there is none of that name, or several.
    """
    found = sorted((root / "tests").rglob(name))
    if len(found) != 1:
        raise CannotApply(f"{len(found)} test files are called {name}")
    return found[0]


test_file.__test__ = False  # its name is no test's


@cache
def _texts(root: Path) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in program_files(root)}
