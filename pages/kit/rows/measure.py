"""A measure as cards and lines show it: its figure, what it does, its small chart, and the way to its own page."""

from dataclasses import dataclass

from pages.charts.paper.picture import Picture


@dataclass(frozen=True)
class Measure:
    """Hold a measure whose every value is a word already; what it has not is blank.

    `state` names what it does in the style sheet, `mark` is the shape and `word` the word that say the same; `why` says
    what that rests on, or why there is no figure. `aim` is its target, `is_met` whether that was met or missed.
    """

    name: str
    address: str
    state: str
    mark: str
    word: str
    value: str
    ending: str = ""
    made_of: str = ""
    why: str = ""
    moved: str = ""
    since: str = ""
    """How far it lies from the month before alone, for a line."""
    aim: str = ""
    is_met: str = ""
    picture: Picture | None = None
    comment: str = ""
    signed: str = ""


@dataclass(frozen=True)
class Group:
    """Hold measures that stand under one heading, with a sentence below it; `look` is changes, cards or lines."""

    heading: str
    look: str
    measures: tuple[Measure, ...]
    sentence: str = ""
