"""The house holds: arrows point down, each library has one room, nothing is registered by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture import plan
from tests.architecture.plan import House

ROOT = Path(__file__).parents[2]
LAWS: list[Callable[[House], Iterator[str]]] = [
    plan.wrong_imports,
    plan.circles,
    plan.circles_of_rooms,
    plan.misplaced_libraries,
    plan.crowded_rooms,
    plan.files_known_everywhere,
    plan.names_used_twice,
    plan.dropped_in_the_wrong_room,
    plan.files_without_purpose,
    plan.swallowed_errors,
    plan.long_page_scripts,
]


@pytest.fixture(scope="module")
def house() -> House:
    return House(ROOT)


def test_there_is_something_to_look_at(house):
    assert len(house.files) > 400
    assert sum(len(imported) for imported in house.imports.values()) > 1000


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_the_house_holds(law, house):
    assert not list(law(house))


def test_the_plan_names_no_room_that_is_not_there(house):
    rooms = {plan.room_of(name) for name in house.files}
    named = {*plan.PLAN["may_import"], *(room for known in plan.PLAN["may_import"].values() for room in known)}
    assert not named - rooms


def test_the_plan_lets_no_arrow_go_up():
    below = {"data": {"data"}, "indicators": {"data", "indicators"}, "validation": {"data", "validation"}}
    for room, known in plan.PLAN["may_import"].items():
        assert {other.split("/")[0] for other in known} <= below.get(room.split("/")[0], set(plan.HOUSES)), room


def test_the_tests_are_rooms_too():
    folders = [ROOT / "tests", *(path for path in (ROOT / "tests").rglob("*") if path.is_dir())]
    crowded = [folder for folder in folders if len(list(folder.glob("*.py"))) > plan.MOST_FILES]
    assert not crowded


PLANTED = {
    "an arrow that goes up": (
        {
            "data/store/report.py": '"""A report."""\n\nfrom pages.words import wording\n',
            "pages/words/wording.py": '"""W."""\n',
        },
        plan.wrong_imports,
        "data/store/report.py, line 3: imports pages/words/wording.py, which data/store/ may not know.",
    ),
    "a room that is in no plan": (
        {"data/misc/thing.py": '"""A thing."""\n'},
        plan.wrong_imports,
        "data/misc/thing.py: data/misc/ is no room of the plan.",
    ),
    "a circle by an import inside a function": (
        {
            "data/store/one.py": '"""One."""\n\nfrom data.store import two\n',
            "data/store/two.py": '"""Two."""\n\n\ndef later():\n    from data.store import one\n',
        },
        plan.circles,
        "data/store/one.py, data/store/two.py: these import each other.",
    ),
    "a library in the wrong room": (
        {"indicators/figures/chart.py": '"""A chart."""\n\nimport plotly\n'},
        plan.misplaced_libraries,
        "indicators/figures/chart.py: imports plotly, which lives in pages/charts/screen/.",
    ),
    "an extract in the wrong room": (
        {"data/store/visits.py": '"""Visits."""\n\n\nclass Visits(Extract):\n    """Visits."""\n'},
        plan.dropped_in_the_wrong_room,
        "data/store/visits.py: declares an extract. Extracts lie in data/extracts/, one file each.",
    ),
    "a rule in the wrong room": (
        {"validation/rules/care.py": '"""Care."""\n\nRULES = ()\n'},
        plan.dropped_in_the_wrong_room,
        "validation/rules/care.py: declares rules between extracts. They lie in validation/between/",
    ),
    "a page in the wrong room": (
        {"pages/homes.py": '"""Homes."""\n'},
        plan.dropped_in_the_wrong_room,
        "pages/homes.py: a page lies in pages/services/, pages/office/, pages/region/, pages/committee/",
    ),
    "an indicator in the wrong room": (
        {"indicators/engine/__init__.py": '"""E."""\n', "indicators/engine/plans.sql": "select 1\n"},
        plan.dropped_in_the_wrong_room,
        "indicators/engine/plans.sql: an indicator lies in the folder of its service",
    ),
    "a name used twice": (
        {"pages/kit/month/trend.py": '"""T."""\n', "pages/kit/indicator/trend.py": '"""T."""\n'},
        plan.names_used_twice,
        "pages/kit/indicator/trend.py and pages/kit/month/trend.py: one name for two files.",
    ),
}


@pytest.mark.parametrize("what", PLANTED)
def test_what_is_planted_is_refused_in_a_sentence(what, tmp_path):
    files, law, sentence = PLANTED[what]
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    told = list(law(House(tmp_path)))
    assert any(each.startswith(sentence) for each in told), told
