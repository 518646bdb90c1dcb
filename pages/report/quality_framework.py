"""What the report on the quality framework sets side by side: programmes, kinds of plan, and training with its aim."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WRITTEN = Path(__file__).with_name("quality.toml")


@dataclass(frozen=True)
class Programme:
    """Hold a programme of audits: its title, its indicator, and what is meant for a month where that is written down.

    With `halves` the figure's second number is what was meant.
    """

    title: str
    indicator: str
    a_month: int | None = None
    halves: bool = False


@dataclass(frozen=True)
class Framework:
    """Hold the whole framework: programmes, and by ids what is read of grades, plans, training and consultation."""

    programmes: tuple[Programme, ...]
    grades: tuple[str, ...]
    plans: tuple[tuple[str, str, str], ...]
    training: tuple[tuple[str, str], ...]
    consultation: tuple[str, ...]

    def indicators(self) -> Iterator[str]:
        """Yield the ids of all that it reads, some of them more than once."""
        yield from (programme.indicator for programme in self.programmes)
        yield from (*self.grades, *self.consultation)
        yield from (name for _, *pair in self.plans for name in pair)
        yield from (name for pair in self.training for name in pair)


@cache
def quality_framework() -> Framework:
    """Read the framework."""
    written = tomllib.loads(WRITTEN.read_text(encoding="utf-8"))
    return Framework(
        tuple(Programme(**programme) for programme in written["programme"]),
        tuple(written["grades"]["indicators"]),
        tuple((plan["kind"], plan["in_time"], plan["good"]) for plan in written["plan"]),
        tuple((training["taken"], training["meant"]) for training in written["training"]),
        tuple(written["consultation"]["indicators"]),
    )
