"""What to upload next, and what it switches on: the extracts that are not there, those with the most measures first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import streamlit as st

from data.extracts import all_extracts, uploaded_extracts
from data.ledger.history import revision
from indicators.engine.catalogue import all_indicators
from indicators.engine.declaration import Indicator
from pages.kit.frame.cache import loads_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store, reading
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording

FIRST, EXAMPLES = 5, 2
TITLE = "Extracts to upload next"


@dataclass(frozen=True)
class Step:
    """Hold an extract, the measures that it switches on beside those before it, and how many read it in all."""

    extract: str
    switched_on: tuple[Indicator, ...]
    in_all: int


def what_next(chosen: Choices | None) -> None:
    """Draw which extracts are not there yet, in the order in which they switch on the most measures."""
    standing = held_of(chosen)
    if not (steps := list(steps_from(standing))):
        return
    st.header("What to upload next", anchor=False)
    st.markdown(first_sentence(steps, standing))
    rows = [_row(step) for step in steps]
    draw_table(rows[:FIRST], TITLE)
    if later := rows[FIRST:]:
        folded(f"{wording.counted(len(later), 'more extracts')}", "next_upload", lambda: draw_table(later, TITLE))


def held_of(chosen: Choices | None) -> set[str]:
    """Return the extracts that stand for the authority chosen, of its latest month; none in an empty house."""
    loads = loads_kept(reading(), revision(current_store(), reading())).values() if chosen else ()
    return {
        load.extract
        for load in loads
        if chosen and load.state == "current" and (load.authority, load.month) == (chosen.authority, chosen.latest)
    }


def steps_from(standing: Collection[str]) -> Iterator[Step]:
    """Give the extracts that are not held and some measure reads, one after another: each with what it adds."""
    known = set(standing)
    needed = [
        indicator
        for indicator in all_indicators().values()
        if not known.issuperset(indicator.needed) and uploaded_extracts().keys() >= set(indicator.needed)
    ]
    missing = {name for indicator in needed for name in indicator.needed} - known
    uses = {name: sum(name in indicator.needed for indicator in all_indicators().values()) for name in missing}
    while missing:
        adds = {name: [one for one in needed if {name, *known}.issuperset(one.needed)] for name in missing}
        best = max(sorted(missing), key=lambda name: (len(adds[name]), uses[name]))
        yield Step(best, tuple(adds[best]), uses[best])
        known.add(best)
        missing.remove(best)
        needed = [indicator for indicator in needed if indicator not in adds[best]]


def first_sentence(steps: list[Step], standing: Collection[str]) -> str:
    """Say with which extract to begin, or to go on, and how many measures it switches on."""
    first, measures = steps[0], len(all_indicators())
    title = wording.plain(all_extracts()[first.extract].title)
    many = wording.counted(len(first.switched_on), "measures")
    if not standing:
        return f"**Begin with {title}: it switches on {many} of {measures} by itself.** Each one after it adds more."
    extracts = wording.counted(len(standing), "extracts")
    verb = "is" if len(standing) == 1 else "are"
    return f"**{extracts} {verb} there. {title} comes next: with it {many} more can be told.**"


def _row(step: Step) -> dict[str, str]:
    """Write a step as a row of words."""
    titles = [indicator.title for indicator in step.switched_on[:EXAMPLES]]
    return {
        "Extract": wording.plain(all_extracts()[step.extract].title),
        "Switches on": wording.counted(len(step.switched_on), "measures") if step.switched_on else "None by itself",
        "Read by": wording.counted(step.in_all, "measures"),
        "Such as": wording.plain("; ".join(titles)) or wording.NONE,
    }
