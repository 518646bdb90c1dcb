"""The committed data dictionary says what the declarations say."""

from data.extract import Code, Codes
from data.extracts import all_extracts
from data.guidance.dictionary import PLACE, dictionary


def test_it_is_not_stale():
    assert PLACE.read_text(encoding="utf-8") == dictionary(), "run: python -m data.guidance.dictionary"


def test_it_names_every_column_and_code():
    text = dictionary()
    for declared in all_extracts().values():
        assert f"`{declared.name}`" in text
        for column in declared.columns:
            assert f"| `{column.name}` | {column.meaning}" in text
            if isinstance(column, Code | Codes):
                assert all(f"| {code} | {meaning} |" in text for code, meaning in column.allowed.meanings.items())
