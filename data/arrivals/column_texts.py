"""What was written in a column: each text once, with its rows, and its shape, of which there are few."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy
import pandas

from data.arrivals.text_shapes import PLAIN, shapes_of
from data.arrivals.typed_values import tidy_text
from data.identifiers import canonical


@dataclass(frozen=True, eq=False)
class ColumnTexts:
    """Hold each text of a column once, in the order of arrival: the first row that has it, and how many have it.

    `places` are those of the first rows, counted from 0, blank ones included.
    """

    texts: Sequence[str]
    rows: Sequence[int]
    times: Sequence[int]
    places: numpy.ndarray
    _numbers: numpy.ndarray
    _index: pandas.Index

    @classmethod
    def of(cls, column: Any) -> "ColumnTexts":
        """Look at a column of texts, None where there is none, its index the row numbers."""
        numbers, texts = pandas.factorize(column.to_numpy(object))
        highest = numpy.maximum.accumulate(numpy.concatenate(([-1], numbers[:-1])))
        places = numpy.flatnonzero(numbers > highest)
        times = numpy.bincount(numbers[numbers >= 0], minlength=len(texts))
        return cls(texts.tolist(), column.index[places].tolist(), times.tolist(), places, numbers, column.index)

    def __iter__(self) -> Iterator[tuple[str, int, int]]:
        """Give each text with its first row and how many rows have it."""
        return zip(self.texts, self.rows, self.times, strict=True)

    @cached_property
    def filled(self) -> int:
        """Count the rows that hold anything."""
        return sum(self.times)

    @cached_property
    def shapes(self) -> list[str]:
        """Return the shape of each text."""
        return shapes_of(self.texts)

    @cached_property
    def tidied(self) -> list[str]:
        """Return each text tidied."""
        return [text if PLAIN.issuperset(shape) else tidy_text(text) for text, shape in self._shaped]

    @cached_property
    def in_one_form(self) -> list[str]:
        """Return each text as the identifier that it is."""
        return [text.upper() if PLAIN.issuperset(shape) else canonical(tidy_text(text)) for text, shape in self._shaped]

    def like(self, asks: Callable[[str], object]) -> list[str]:
        """Return the texts of which something is true, which is asked of their shapes first: see `shapes_of`."""
        shapes = {shape for shape in set(self.shapes) if asks(shape)}
        return [text for text, shape in self._shaped if shape in shapes and asks(text)] if shapes else []

    def by_row(self, texts: Collection[str]) -> dict[int, str]:
        """Return the rows that hold one of some texts of the column, each with its own."""
        if not texts:
            return {}
        chosen_texts = set(texts)
        marked = numpy.array([text in chosen_texts for text in self.texts] + [False])
        holders = numpy.flatnonzero(marked[self._numbers])
        rows: list[int] = self._index[holders].tolist()
        numbers: list[int] = self._numbers[holders].tolist()
        return {row: self.texts[number] for row, number in zip(rows, numbers, strict=True)}

    @property
    def _shaped(self) -> Iterator[tuple[str, str]]:
        return zip(self.texts, self.shapes, strict=True)
