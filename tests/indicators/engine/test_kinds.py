"""One file may hold several kinds of an indicator, and each is an indicator like any other."""

import pytest

from data.errors import Mendable
from data.store.trial import Trial
from indicators.engine.catalogue import all_indicators
from indicators.engine.declaration import read_indicators
from indicators.engine.kinds import each_kind
from pages.kit.indicator.definition import worked_examples
from tests.indicators.engine.test_declaration import FRONT, SQL, written

KINDS = '[kinds]\nneglect = {{ code = "NEG", words = "neglect" }}\n{}*/'
OF_EACH = FRONT.replace('title       = "', 'title       = "For {words}: ')
BY_CODE = f"{SQL} where category = '{{code}}'"


def of_kinds(more: str = "") -> str:
    return OF_EACH.replace("*/", KINDS.format(more))


@pytest.fixture(scope="module")
def blank():
    return Trial.blank()


def test_each_kind_is_an_indicator_with_its_own_words_and_figures(tmp_path, blank):
    text = of_kinds('emotional = { code = "EMO", words = "emotional abuse" }\n') + BY_CODE
    neglect, emotional = read_indicators(written(tmp_path, text), blank)
    assert (neglect.id, emotional.id) == ("open_plans_neglect", "open_plans_emotional")
    assert neglect.title.startswith("For neglect: ") and emotional.title.startswith("For emotional abuse: ")
    assert emotional.sql.endswith("where category = 'EMO'") and neglect.definition != emotional.definition
    assert neglect.file == emotional.file == "open_plans"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            of_kinds('emotional = { words = "emotional abuse" }\n') + BY_CODE,
            r"kind emotional does not say what \{code\} is",
        ),
        (of_kinds('emotional = "EMO"\n') + BY_CODE, "its kind emotional is 'EMO'. Write it as emotional = {"),
        (of_kinds("emotional\n") + BY_CODE, r"its \[kinds\] are not TOML"),
    ],
)
def test_a_kind_that_says_too_little_is_refused(tmp_path, blank, text, says):
    with pytest.raises(Mendable, match=says) as refused:
        read_indicators(written(tmp_path, text), blank)
    assert str(refused.value).startswith("indicators/child_protection/open_plans.sql: ")


def test_braces_of_a_file_without_kinds_are_left_alone():
    [alone] = each_kind("x.sql", "x", "/* looks_back = {a = 1} */ select '{code}'")
    assert alone.written.endswith("select '{code}'") and alone.filled("{code}") == "{code}"


def test_the_examples_on_the_page_of_a_kind_are_told_of_that_kind():
    neglect = all_indicators()["factor_at_assessment_neglect"]
    told = [row["What happened"] for row in worked_examples(neglect)]
    assert any("neglect found" in says for says in told) and not any("{" in says for says in told)
