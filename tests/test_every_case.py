"""A question asked of many things names all that fail it, and none that does not."""

import pytest

from tests.every_case import every


def test_all_that_fail_are_named():
    @every("number", range(5))
    def odd(number):
        assert number % 2, f"{number} is even"

    with pytest.raises(pytest.fail.Exception) as failed:
        odd()
    assert str(failed.value).startswith("3 of 5 fail.")
    assert [line.split(":")[0] for line in str(failed.value).splitlines() if "is even" in line] == ["0", "2", "4"]


def test_a_fault_of_another_kind_names_its_case():
    @every("number", [1, 0])
    def divided(number):
        assert 1 / number

    with pytest.raises(ZeroDivisionError) as fault:
        divided()
    assert fault.value.__notes__ == ["asked of 0"]


@every("word", ["a", "b"])
def test_fixtures_are_given_as_ever(tmp_path, word):
    assert tmp_path.is_dir() and word in ("a", "b")


def test_a_question_to_nobody_is_refused():
    with pytest.raises(AssertionError, match="nothing to ask"):
        every("number", [])
