"""The list of mutations: sixty, ten of each room, each with one place in the program and a test that exists."""

from collections import Counter

import pytest

from tests.mutations.entries import ROOMS, mutations, place_of, test_file


def test_there_are_sixty_ten_of_each_room():
    assert Counter(each.room for each in mutations()) == dict.fromkeys(ROOMS, 10)
    assert len({each.id for each in mutations()}) == 60


@pytest.mark.parametrize("mutation", mutations(), ids=lambda each: each.id)
def test_each_changes_one_place_and_names_tests_that_are_there(mutation):
    text = place_of(mutation).read_text(encoding="utf-8")
    assert mutation.old.strip() and mutation.old != mutation.new
    assert "import " not in mutation.old and mutation.breaks.endswith(".")
    if place_of(mutation).suffix == ".py":
        compile(text.replace(mutation.old, mutation.new), mutation.id, "exec")
    assert mutation.caught_by and all(test_file(name).is_file() for name in mutation.caught_by)
