"""Every rule across rows and between extracts has rows that break it and rows that do not.

The rows stand beside the rules, in `validation/between/<subject>.examples.toml`: for each rule the rows of extracts,
numbered from 2, and the sentences on those that break it. A rule about a whole file says what `breaks.file` and, as a
file cannot do both, which rows one `passes` with.
"""

import importlib
import pkgutil
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import validation.between
from data.arrivals import typed
from data.extracts import all_extracts
from data.store.scratch import laid_out
from tests.every_case import every
from tests.examples import CHILDHOOD, MONTH_END, example_texts
from validation.between import all_rules, births, known_children
from validation.rules.question import BEFORE
from validation.rules.severity import QUERY

FOLDER = Path(validation.between.__file__).parent
RULES = {rule.id: rule for rule in all_rules()}


def made_examples() -> Iterator[tuple[str, dict]]:
    """Make the examples of rules that are asked of every extract with children."""
    for rule in known_children.RULES:
        yield (
            rule.id,
            {
                "children": [{"child_id": "A"}],
                rule.extract: [{"child_id": "A"}, {"child_id": "B"}],
                "breaks": {"3": "B is not in the children extract. Add the child there, or correct the identifier."},
            },
        )
    for rule in births.RULES:
        born = MONTH_END - CHILDHOOD
        weeks, earlier = (0, "") if rule.extract in births.ONLY_ONCE_BORN else (40, "more than 40 weeks ")
        first = born - timedelta(weeks=weeks)
        broken = first - timedelta(1)
        yield (
            rule.id,
            {
                "children": [{"date_of_birth": born}] * 2,
                rule.extract: [
                    {"child_id": "CHILD-2", rule.column: broken},
                    {"child_id": "CHILD-3", rule.column: first},
                ],
                "breaks": {
                    "2": f"{broken:%d/%m/%Y} is {earlier}before the child's date of birth, {born:%d/%m/%Y}. Check both."
                },
            },
        )


EXAMPLES = dict(made_examples())
for path in sorted(FOLDER.glob("*.examples.toml")):
    EXAMPLES |= tomllib.loads(path.read_text(encoding="utf-8"))


def frame(name, rows):
    declared = all_extracts()[name.removeprefix(BEFORE)]
    wanted = [{**row} for row in rows for _ in range(row.get("times", 1))]
    for row in wanted:
        row.pop("times", None)
    table = typed(declared, example_texts(declared, wanted))
    return table.assign(row_number=table.index)


def broken(rule, stated, month_end=MONTH_END):
    frames = {name: frame(name, rows) for name, rows in stated.items()}
    with laid_out(frames, month_end) as laid:
        return {str(row or "file"): sentence for row, sentence in RULES[rule].broken_by(laid.answers)}


@every("rule", RULES)
def test_the_rows_that_break_it_are_found_and_no_others(rule):
    assert rule in EXAMPLES, "a rule without an example"
    example = dict(EXAMPLES[rule])
    breaks, passes = example.pop("breaks"), example.pop("passes", None)
    rows = frame(RULES[rule].extract, example[RULES[rule].extract]).index
    assert breaks and (passes or set(map(str, rows)) - breaks.keys()), "both a failing and a passing row are wanted"
    assert broken(rule, example) == breaks
    assert not passes or not broken(rule, passes)


def test_there_is_no_example_without_a_rule():
    assert EXAMPLES.keys() == RULES.keys()


def test_examples_stand_beside_their_rules():
    for module in pkgutil.iter_modules([str(FOLDER)]):
        rules = importlib.import_module(f"validation.between.{module.name}").RULES
        path = FOLDER / f"{module.name}.examples.toml"
        beside = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else dict(made_examples())
        assert {rule.id for rule in rules} <= beside.keys()


def test_a_rule_asks_for_no_extract_but_those_it_names():
    assert RULES["case_allocations.worker_id.left"].needs == ("case_allocations", "social_workers")
    assert RULES["looked_after_children.child_id.one_open"].needs == ("looked_after_children",)
    assert RULES["children.ethnicity.less_known"].needs == ("children", "before.children")


@every("rule", [rule.id for rule in RULES.values() if rule.severity == QUERY])
def test_a_sentence_about_a_row_is_one_for_every_month(rule):
    """A query that is unchanged keeps the reason given for it: no sentence counts the days up to a month end."""
    example = {name: rows for name, rows in EXAMPLES[rule].items() if name not in ("breaks", "passes")}
    later = broken(rule, example, date(2026, 11, 30))
    for row, sentence in EXAMPLES[rule]["breaks"].items():
        assert row == "file" or later.get(row, sentence) == sentence


def test_a_worker_who_leaves_after_the_month_end_still_holds_cases():
    stated = {
        "social_workers": [{"worker_id": "W", "start_date": "2020-01-01", "end_date": "2026-10-31"}],
        "case_allocations": [{"worker_id": "W"}],
    }
    assert not broken("case_allocations.worker_id.left", stated, date(2026, 9, 30))
