"""What the code calls its things: nouns of the sector and of the glossary, not filler."""

from collections import Counter

import pytest

from tests.architecture import names

FILLER_AT_MOST = 0.01
SUBSTITUTES_AT_MOST = 0.034
NOUNS_AT_LEAST = 30

GLOSSARY = """# Words

**Outside**: not of the code.

## Words of the code

| Word | What it is |
|---|---|
| row | one line of a table |
| `figure`, month | see above |

**Entry**: one thing. **Load** and **story of one**: others.

## Afterwards

**Later**: not of it either.
"""


@pytest.fixture(scope="module")
def bound():
    return names.bound_names(names.ROOT)


def test_hardly_a_name_is_filler(bound):
    assert bound.total() > 9000
    assert names.share(bound, names.FILLER) <= FILLER_AT_MOST, names.report(names.ROOT)


def test_no_other_filler_came_in_its_place(bound):
    assert names.share(bound, names.SUBSTITUTES) <= SUBSTITUTES_AT_MOST, names.report(names.ROOT)


def test_the_commonest_names_are_nouns_of_the_glossary(bound):
    nouns = names.glossary_nouns((names.ROOT / "GLOSSARY.md").read_text(encoding="utf-8"))
    assert sum(noun for *_, noun in names.leading(bound, nouns)) >= NOUNS_AT_LEAST, names.report(names.ROOT)


def test_every_way_of_binding_a_name_is_counted(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "planted.py").write_text(
        "each = 1\n"
        "for found in [each]:\n"
        "    made = [said for said in [found]]\n"
        "with open('x') as held:\n"
        "    held.told = made\n"
        "if (known := each):\n"
        "    print(known)\n"
        "def asked(now):\n"
        "    return now\n"
    )
    bound = names.bound_names(tmp_path)
    assert bound == Counter(["each", "found", "made", "said", "held", "known"])
    assert names.share(bound, ["each", "found", "row"]) == pytest.approx(2 / 6)


def test_the_glossary_is_read_where_it_speaks_of_the_code():
    assert names.glossary_nouns(GLOSSARY) == {"word", "row", "figure", "month", "entry", "load"}
    assert not names.glossary_nouns("# Words\n\n**Row**: of no section.\n")


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("row", True),
        ("rows", True),
        ("ROWS", True),
        ("month_row", True),
        ("entries", True),
        ("_", False),
        ("rowing", False),
    ],
)
def test_a_noun_counts_as_one_and_as_many(name, noun):
    assert names.is_noun(name, {"row", "month", "entry"}) is noun


def test_a_noun_that_the_glossary_gives_as_many_counts_as_one():
    assert names.is_noun("figure", {"figures"})
