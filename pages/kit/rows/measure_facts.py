"""What is known of one measure beside its chart: its figure in large, and facts below it, each under its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.kit.rows.measure import Measure
from pages.kit.rows.template import draw


@dataclass(frozen=True)
class Fact:
    """Hold a fact in words, under its name; `look` names how it is marked, such as met or missed."""

    name: str
    words: str
    look: str = ""


def draw_finding(measure: Measure, about: Sequence[str]) -> None:
    """Draw in one line what a measure does and why, and what is to be known about it."""
    draw("measure_finding_line", measure=measure, about=[part for part in about if part])


def draw_facts(measure: Measure, facts: Sequence[Fact], beside: Sequence[Measure]) -> None:
    """Draw the figure of a measure, what it is made of, its facts, and the measures that it is to be read beside."""
    draw("measure_facts", measure=measure, facts=[fact for fact in facts if fact.words], beside=beside)
