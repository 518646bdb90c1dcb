"""What a column of a list holds: a day, a number, an answer of a closed set, or words; and the headings it bears."""

from dataclasses import dataclass

from data.codes import CodeSet


@dataclass(frozen=True)
class ListColumn:
    """Describe a column of a list: `headings` are those it arrives under, the present one first."""

    headings: tuple[str, ...]


@dataclass(frozen=True)
class Words(ListColumn):
    """Hold a name or free words, which are taken as they are."""


@dataclass(frozen=True)
class Reference(Words):
    """Hold an identifier, which is kept in the one form of identifiers, so that lists are joined by it."""


@dataclass(frozen=True)
class Authority(Words):
    """Hold the code of a local authority, which may be written as its name; any other word is taken as it is."""


@dataclass(frozen=True)
class Day(ListColumn):
    """Hold a calendar day. Where it is of something that `happens` to the child in care, it tells a return's year."""

    happens: bool = True


@dataclass(frozen=True)
class Amount(ListColumn):
    """Hold a number."""


@dataclass(frozen=True)
class Answer(ListColumn):
    """Hold one of a closed set of answers, by the spellings of the list's own year."""

    allowed: CodeSet
