"""The desk is one way in: why there were no rows explains that and nothing else, and each step takes few parameters."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.ledger.attempts import attempts
from data.ledger.history import history
from tests.faults.fault import altered, one, plans
from tests.store_filling import BRENT, NOTHING_MEASURED
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

ROOT = Path(__file__).parents[3]
MOST_PARAMETERS = 5
ON_THE_WAY = (
    *sorted((ROOT / "validation/publishing").glob("*.py")),
    *sorted((ROOT / "pages/kit/upload").glob("*.py")),
    *(ROOT / "data/ledger" / f"{name}.py" for name in ("loads", "conflicts", "delivery", "measuring", "attempts")),
    *(ROOT / "pages/terminal/parts" / f"{name}.py" for name in ("findings", "rehearsal", "store_access")),
    ROOT / "pages/terminal/commands/upload.py",
    ROOT / "validation/check.py",
)
NO_CHILDREN = altered(one("children", {}), lambda text: text.split("\n")[0])
SIX_PLANS = plans({"previous_plans": 6})
ELSEWHERE = "upload.published_for_another_authority"
OTHER_CODE = "upload.published_under_another_code"
WHY = "nobody is known to us"


@pytest.fixture
def desk(store):
    return Desk(store, LOCAL, NOTHING_MEASURED)


def nil_return(*files, why=WHY, **said) -> Submission:
    return Submission(BRENT, "2026-10", (*NO_CHILDREN, *files), nil_return=why, **said)


def test_a_nil_return_is_explained_by_its_reason_which_is_asked_once_and_kept(desk, store):
    received = desk.receive(nil_return())
    assert [str(finding.explained) for finding in received.check.findings] == [f"Explained: {WHY}"]
    assert received.check.decision == "accept" and list(attempts(store, LOCAL)["decision"]) == ["accept"]
    desk.publish(received)
    assert list(history(store, LOCAL)["reason"]) == [WHY]


def test_why_there_were_no_rows_is_no_reason_for_rows_that_are_there(desk, store):
    received = desk.receive(nil_return(*SIX_PLANS))
    assert {finding.rule for finding in received.check.unexplained} == {"child_protection_plans.previous_plans.unusual"}
    with pytest.raises(Mendable, match="there are queries"):
        desk.publish(received)
    desk.publish(replace(received, reasons={"": "six is right"}))
    with store.change() as cursor:
        kept = cursor.execute("select rule, reason from store.ledger.findings where reason is not null").fetchall()
    assert dict(kept) == {
        "children.nil_return": WHY,
        "child_protection_plans.previous_plans.unusual": "six is right",
    }


def test_a_reason_of_spaces_is_none(desk):
    assert desk.receive(nil_return(why="  ")).check.decision == "block"


def test_files_that_were_not_received_are_not_published(desk):
    with pytest.raises(ValueError, match="have not been received"):
        desk.publish(nil_return())


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Give each function of a file and how many parameters it takes; the options of a command are no parameters."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            commands = [ast.unparse(each) for each in getattr(node, "decorator_list", ())]
            named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            many = len([each for each in named if each.arg not in ("self", "cls")])
            if "app.command()" not in commands:
                yield f"{path.relative_to(ROOT)}: {getattr(node, 'name', 'lambda')}", many


def test_no_function_on_the_way_takes_more_than_five_parameters():
    every = [function for path in ON_THE_WAY for function in functions(path)]
    assert len(every) > 100
    assert not [f"{name} takes {many} parameters" for name, many in every if many > MOST_PARAMETERS]


def other_authority(*files, **more) -> Submission:
    return Submission("E09000033", "2026-09", files, **more)


def test_the_same_bytes_for_a_second_authority_are_queried_once_and_the_reason_is_kept(desk):
    files = plans({"start_date": "2026-09-05"}) + one("children", {"disability": "NONE", "unaccompanied": "N"})
    brent = desk.receive(Submission(BRENT, "2026-09", tuple(files)))
    assert ELSEWHERE not in {finding.rule for finding in brent.check.findings}
    desk.publish(replace(brent, reasons={"": WHY}))
    received = desk.receive(other_authority(*files))
    (query,) = (finding for finding in received.check.unexplained if finding.rule == ELSEWHERE)
    today = datetime.now(UTC)
    assert f"Brent ({BRENT}) of September 2026, published on {today.day} {today:%B %Y}. Check whose" in query.message
    assert all(name in query.message for name, _ in files) and "C0" not in query.message
    with pytest.raises(Mendable, match="there are queries"):
        desk.publish(received)
    desk.publish(replace(received, reasons={"": "one team serves both"}))
    again = desk.receive(other_authority((files[0][0], files[0][1] + b"\n"), files[1]))
    assert ELSEWHERE not in {finding.rule for finding in again.check.findings}
    assert ELSEWHERE not in {finding.rule for finding in desk.receive(other_authority(*files)).check.findings}


@pytest.mark.parametrize(("authorities", "queried"), [(("*",), True), (("E09000033",), False)])
def test_who_sees_one_authority_alone_learns_nothing_of_another(authorities, queried, desk, store):
    files = tuple(plans({"start_date": "2026-09-05"}))
    desk.publish(replace(desk.receive(Submission(BRENT, "2026-09", files)), reasons={"": WHY}))
    theirs = Desk(store, Reader("Ann", ("analyst",), authorities, ("*",)), NOTHING_MEASURED)
    rules = {finding.rule for finding in theirs.receive(other_authority(*files)).check.findings}
    assert (ELSEWHERE in rules) is queried


def test_files_of_headings_alone_are_alike_everywhere(desk):
    desk.publish(desk.receive(nil_return()))
    assert ELSEWHERE not in {finding.rule for finding in desk.receive(other_authority(*NO_CHILDREN)).check.findings}


def under(code: str, month: str, *files) -> Submission:
    return Submission(code, month, files or tuple(one("children", {"disability": "NONE"})))


def test_months_under_an_earlier_code_of_the_same_authority_are_queried_since_they_are_not_joined(desk):
    desk.publish(replace(desk.receive(under("E08000016", "2025-03")), reasons={"": WHY}))
    assert OTHER_CODE not in {finding.rule for finding in desk.receive(under(BRENT, "2025-04")).check.findings}
    for month, codes in (("2025-04", ("E08000038", "E08000016")), ("2025-03", ("E08000038", "E08000016"))):
        (query,) = (
            found for found in desk.receive(under(codes[0], month)).check.unexplained if found.rule == OTHER_CODE
        )
        assert "March 2025 to March 2025 under E08000016 stand" in query.message and codes[0] in query.message
    rules = {finding.rule for finding in desk.receive(under("E08000038", "2025-03")).check.findings}
    assert OTHER_CODE in rules and ELSEWHERE not in rules, "it is one authority"


def with_column(*codes: str) -> tuple[tuple[str, bytes], ...]:
    """Return children with a column of codes of authorities."""
    ((name, contents),) = one("children", *[{"disability": "NONE"}] * len(codes))
    lines = contents.decode().splitlines()
    marked = [f"{line},{code}" for line, code in zip(lines, ("LA code", *codes), strict=True)]
    return ((name, "\n".join(marked).encode()),)


def test_rows_are_of_an_authority_by_any_of_its_codes_and_its_number(desk):
    for codes, others in (
        (("E08000016", "E08000038", "370", "370.0"), set()),
        (("E08000038", "371", "E09000005"), {"371", "E09000005"}),
    ):
        found = desk.receive(under("E08000038", "2026-09", *with_column(*codes))).check.findings
        assert {
            f.message.partition(" for ")[2][:9].split()[0] for f in found if "another_authority" in f.rule
        } == others


def test_a_nil_return_over_children_that_are_published_says_how_many_go_and_wants_a_reason_for_it(desk):
    rows = [{"disability": "NONE", "child_id": f"C{number:03}"} for number in range(8)]
    desk.publish(replace(desk.receive(under(BRENT, "2026-10", *one("children", *rows))), reasons={"": WHY}))
    (query,) = desk.receive(nil_return()).check.unexplained
    assert query.rule == "children.children_taken_away" and "8 of the 8 children published" in query.message
