"""A column looked at once: what its shapes and its texts at sight tell is what one look at each text would."""

import random

import numpy
import pandas
import pytest

from data.arrivals.column_texts import ColumnTexts
from data.arrivals.text_shapes import shapes_of
from data.arrivals.typed_values import AS_FORMULA, read_identifier, tidy_text, typed
from data.extracts import all_extracts
from data.identifiers import canonical
from data.personal_data import TEN_DIGITS, WORTH_A_LOOK
from validation.files.columns import LIKE_CODE, LIKE_DAY, LONG, MISREAD

PATTERNS = [LIKE_DAY.fullmatch, LONG.fullmatch, LIKE_CODE.match, MISREAD.search, AS_FORMULA.fullmatch]
PATTERNS += [WORTH_A_LOOK.search, TEN_DIGITS.search]
ODD = [
    "2026-10-01",
    "1/2/2026",
    "01-Oct",
    "Oct-26",
    "12345678901234567",
    "=1+1",
    '="007"',
    "<b>",
    "-x",
    "a@b.uk",
    "N1 2AB",
]
ODD += [
    "485 777 3456",
    "dâ€™Arcy",
    "two\nlines",
    "0٣1",
    "É",
    "",
    "1E5",
    "1e-05",
    "NULL",
    "--",
    "-",
    "'0012",
    "12.0",
    "c-01",
    " C1",
]


def some_texts():
    """Return texts of all kinds: odd ones, and ones put together by chance from what odd ones are made of."""
    dice = random.Random(19)
    signs = "09aTtEZ-./=<@+' \"\n,é"
    return ODD + ["".join(dice.choice(signs) for _ in range(dice.randint(1, 14))) for _ in range(3000)]


def test_what_is_found_in_a_text_is_found_in_its_shape():
    texts = some_texts()
    found = [[bool(asks(text)) for text in texts] for asks in PATTERNS]
    assert all(any(column) for column in found)
    column = ColumnTexts.of(pandas.Series(texts, dtype=object))
    for asks, told in zip(PATTERNS, found, strict=True):
        assert column.like(asks) == list(dict.fromkeys(text for text, yes in zip(texts, told, strict=True) if yes))


def test_shapes_keep_their_texts_apart_though_a_text_has_lines():
    assert shapes_of(["A1", "two\nlines", "Éa"]) == ["T9", "TTT\nTTTTT", "ÉT"]
    assert shapes_of([]) == []


def test_identifiers_read_at_sight_are_read_as_one_by_one():
    plans = all_extracts()["child_protection_plans"]
    texts = some_texts()
    table = typed(plans, pandas.DataFrame({"plan_id": texts}, dtype=object))
    for text, read, unread in zip(texts, table["plan_id"], table["unreadable:plan_id"], strict=True):
        try:
            expected = read_identifier(tidy_text(text)), None
        except ValueError:
            expected = None, text
        assert (None if pandas.isna(read) else read, None if pandas.isna(unread) else unread) == expected, text
    column = ColumnTexts.of(pandas.Series(texts, dtype=object))
    assert column.tidied == [tidy_text(text) for text in column.texts]
    assert column.in_one_form == [canonical(tidy_text(text)) for text in column.texts]


@pytest.mark.parametrize("rows", [[], [None, None], [None, "b", "a", None, "b", "b"]])
def test_each_text_stands_once_with_its_first_row_and_its_times(rows):
    column = ColumnTexts.of(pandas.Series(rows, index=range(5, 5 + len(rows)), dtype=object))
    filled = {5 + place: text for place, text in enumerate(rows) if text is not None}
    firsts = {text: row for row, text in reversed(filled.items())}
    assert {text: (row, times) for text, row, times in column} == {
        text: (row, list(filled.values()).count(text)) for text, row in firsts.items()
    }
    assert column.filled == len(filled)
    assert column.by_row(column.texts) == filled
    assert column.by_row(["b"]) == {row: text for row, text in filled.items() if text == "b"}
    assert numpy.array_equal(column.places + 5, column.rows)
