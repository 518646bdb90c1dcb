"""Every command in every role, as it is handed over: what comes back holds nothing that is kept from whoever gave it.

The commands are taken from the command line itself: one that nobody has judged here fails.
"""

import shlex
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from data.access import Act, Reader
from data.identity import account_here
from data.store.command_handover import Asked
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.figures.figure import Figure
from pages.terminal import run
from tests.access.canaries import leaks, names_of, unlisted
from tests.access.test_every_reader import ALIKE, EVERY_ROLE, READERS
from tests.access.two_boroughs import OCTOBER, OURS, THEIRS

MONTH = f"{OCTOBER:%Y-%m}"
FILE = {"a.csv": b"what\n1\n"}


@dataclass(frozen=True)
class Given:
    """Hold the words of a command after its name, and what lets somebody give it: any of some acts, of some team."""

    words: str = ""
    acts: tuple[Act, ...] = (Act.AGGREGATES,)
    is_of_some_team: bool = False

    def lets(self, reader: Reader, service: str) -> bool:
        """Tell whether a reader may give it; where it is of one figure, of the service that this is of."""
        if self.is_of_some_team and "{indicator}" in self.words:
            return any(reader.teams_with(act, service) for act in self.acts)
        return not self.acts or any(map(reader.may_somewhere if self.is_of_some_team else reader.may, self.acts))


ROWS, PUBLISH, ANNOTATE, LOAD = ((each,) for each in (Act.ROWS, Act.PUBLISH, Act.ANNOTATE, Act.BENCHMARKS))
KEEP, LISTS, GOVERN = (Act.ADMINISTER,), (Act.LISTS,), (Act.GOVERN,)
NOBODY_S_DATA: tuple[Act, ...] = ()
AIM = f"cp_visits_in_timescale --from {MONTH} --set-by '' --source Plan"
COMMANDS = {
    "action-plan": Given("--json"),
    "action-plan-in": Given("a.csv", ANNOTATE),
    "action-plan-out": Given("plan.xlsx", (Act.EXACT,), is_of_some_team=True),
    "address": Given("", KEEP),
    "alerts": Given("--json"),
    "audit entries": Given("--json", GOVERN),
    "audit verify": Given("", (Act.GOVERN, Act.ADMINISTER)),
    "answer": Given("999 --text Well --answered-by Head", ANNOTATE),
    "backup": Given("", KEEP),
    "benchmarks dashboard": Given("--json", NOBODY_S_DATA),
    "benchmarks group": Given("Two E09000005 E09000033", LOAD),
    "benchmarks groups": Given(""),
    "benchmarks load": Given("a.csv", LOAD),
    "benchmarks releases": Given("--json"),
    "benchmarks show": Given("average_caseload"),
    "carry-over": Given("nowhere/at/all.duckdb", KEEP),
    "changed": Given("--json", ROWS),
    "check": Given(f"a.csv --month {MONTH}", PUBLISH),
    "child": Given("{child} --json", LISTS, is_of_some_team=True),
    "clean-lake": Given("", KEEP),
    "comment": Given(f"children_on_a_plan --month {MONTH} --text '' --author Head", ANNOTATE),
    "comments": Given("--json"),
    "compare": Given("average_caseload --json"),
    "digest": Given("--out digest.html"),
    "disclosure audit": Given(f"--month {MONTH} --json", (Act.EXACT,)),
    "doctor": Given("--json", KEEP),
    "due": Given("--json", LISTS, is_of_some_team=True),
    "effect": Given("1"),
    "event add": Given("Opened --on 2999-01-01 --told It --author Head", ANNOTATE),
    "event take-back": Given("999 --why Mistake", ANNOTATE),
    "events": Given("--json"),
    "exchange export": Given("--out exchange.json"),
    "exchange load": Given("a.csv", LOAD),
    "exchange show": Given("average_caseload"),
    "figures": Given(f"--month {MONTH} --by team --indicator {{indicator}} --json"),
    "identifier-table": Given("", KEEP),
    "init": Given("", KEEP),
    "inspection": Given("--json", ROWS),
    "invent": Given("--out", NOBODY_S_DATA),
    "loads": Given("--json"),
    "people": Given(f"{{indicator}} --month {MONTH} --json", LISTS, is_of_some_team=True),
    "picture": Given("--indicator {indicator} --out picture.svg"),
    "publish": Given(f"a.csv --month {MONTH}", PUBLISH),
    "purge ask": Given("--why ''", GOVERN),
    "purge confirm": Given("999", GOVERN),
    "purge list": Given("--json", GOVERN),
    "purge look": Given("--json", GOVERN),
    "quality-report": Given("--out quality.html", ROWS),
    "question": Given(f"children_on_a_plan --month {MONTH} --text '' --asked-by Board", ANNOTATE),
    "questions": Given("--json"),
    "ready": Given("--help", NOBODY_S_DATA),
    "region": Given("--indicator {indicator} --json"),
    "report": Given("--draft --out report.html"),
    "report-again": Given("999 --out report.html"),
    "reports": Given("--json"),
    "restatements": Given("--json"),
    "return-check": Given("ssda903 --year 2026/27 --json"),
    "restore": Given("999999 --why Mistake", PUBLISH),
    "restore-backup": Given("nowhere.backup", KEEP),
    "suite": Given("children", NOBODY_S_DATA),
    "target end": Given(AIM, ANNOTATE),
    "target set": Given(AIM.replace(" ", " 900 ", 1), ANNOTATE),
    "targets": Given("--json"),
    "template": Given("children --out template.xlsx", NOBODY_S_DATA),
    "withdraw": Given("999999 --why Mistake", PUBLISH),
}
"""Every command, with words that change nothing even where it is allowed."""
OF_ANOTHER = {"figures", "people", "child", "due", "comments", "loads"}
"""Commands that are given once more for another authority; all ask in the same place whether it may be seen."""
SETTLED_BEFORE = {"init", "invent", "purge confirm", "restore-backup"}
"""Commands that ask of no store that is open, and say what they want before anything else."""


def every_command() -> Iterator[str]:
    yield from _within(run._command_line(), "")


def _within(group, before: str) -> Iterator[str]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _within(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


@pytest.fixture(scope="module")
def store(planted) -> Store:
    """Give the two boroughs."""
    return planted


@pytest.fixture(scope="module")
def warm(store, small, stranger) -> dict[str, tuple[str, bytes]]:
    """Have an analyst give every command; return what they were told by each."""
    return {name: given(store, READERS["analyst"], name, small, stranger) for name in COMMANDS}


def given(
    store: Store, reader: Reader, name: str, small: list[Figure], child: str, authority: str = OURS
) -> tuple[str, bytes]:
    """Return what a command says that is wrong, and all that comes back: what it prints, and its files."""
    words = [word.format(child=child, indicator=canary_of(small)) for word in shlex.split(COMMANDS[name].words)]
    asked = Asked(reader.who, [*name.split(), *words], FILE, authority)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(run, "reader_called", lambda *_: reader)
        answer = run.answer(store, asked)
    made = [b64decode(contents) for contents in answer.made.values()]
    return answer.err, b"\n".join([answer.out.encode(), answer.err.encode(), *made])


def canary_of(small: list[Figure]) -> str:
    """Return the indicator that is asked for, by id: one whose figure as a whole is small."""
    return next(figure.indicator for figure in small if not figure.by)


def test_every_command_is_judged_here():
    assert set(every_command()) == set(COMMANDS)


@pytest.mark.parametrize(
    "role", [pytest.param(role, marks=pytest.mark.soak) if role in ALIKE else role for role in EVERY_ROLE]
)
def test_a_command_tells_a_role_nothing_that_is_kept_from_it(store, warm, small, stranger, role):
    reader = READERS[role]
    names, failing = unlisted(store, reader) - {stranger.encode()}, []  # what was asked for comes back where it is not
    for name in COMMANDS:
        wrong, sent = warm[name] if role == "analyst" else given(store, reader, name, small, stranger)
        failing += [f"{name}: {leak}" for leak in leaks(reader, sent, small, names)]
        failing += judged_otherwise(reader, name, small, wrong)
        if name in OF_ANOTHER:
            *_, theirs = given(store, reader, name, small, stranger, THEIRS)
            failing += [f"{name} of another: {leak}" for leak in leaks(reader, theirs, small, names)]
    assert not failing, "\n".join(failing)


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("role", ALIKE)
def test_a_role_that_sees_what_a_member_does_is_told_no_more_by_what_a_member_is_not_let_do(
    store, small, stranger, role
):
    reader, service = READERS[role], all_indicators()[canary_of(small)].service
    names, failing = unlisted(store, reader) - {stranger.encode()}, []
    for name, command in COMMANDS.items():
        if command.lets(READERS["member"], service) and command.lets(reader, service):
            continue  # both are told the same, which is looked through above
        wrong, sent = given(store, reader, name, small, stranger)
        failing += [f"{name}: {leak}" for leak in leaks(reader, sent, small, names)]
        failing += judged_otherwise(reader, name, small, wrong)
    assert not failing, "\n".join(failing)


def judged_otherwise(reader: Reader, name: str, small: list[Figure], wrong: str) -> Iterator[str]:
    """Say that a command refused whom it should let give it, or the other way round."""
    lets = COMMANDS[name].lets(reader, all_indicators()[canary_of(small)].service)
    if name not in SETTLED_BEFORE and (" may not " in wrong) == lets:
        yield f"{name}: {wrong or 'not refused'}"


def test_the_analyst_is_told_all_of_it(store, warm, small):
    """Else to find none of it would say nothing."""
    everything = b"\n".join(sent for _, sent in warm.values())
    assert len(list(leaks(READERS["nobody's"], everything, small, names_of(store)))) > 4


def test_an_account_gives_commands_in_the_role_that_the_file_gives_it(tmp_path, monkeypatch, capsys):
    roles = tmp_path / "roles.toml"
    monkeypatch.setenv("SLAC_ROLES", str(roles))
    monkeypatch.delenv("SLAC_STORE", raising=False)
    entry = f'[account.{account_here()}]\nauthorities = ["*"]\nroles = ["%s"]\n'
    for text, why in (
        (entry % "member", "may not look after the dashboard"),
        (entry.replace("account.", "account.other-") % "analyst", "has no role here"),
        ("", "has no role here"),
        (entry % "analist", 'names the role "analist"'),
    ):
        roles.write_text(text, encoding="utf-8")
        monkeypatch.setenv("USER", "other")
        monkeypatch.setenv("LOGNAME", "other")
        assert run.main(["backup", "x"]) == 2
        assert why in capsys.readouterr().err
        assert run.main(["--help"]) == 0
        capsys.readouterr()


def test_a_command_is_handed_over_in_the_role_of_the_account_and_under_no_other_name(store, tmp_path, monkeypatch):
    roles = tmp_path / "roles.toml"
    monkeypatch.setenv("SLAC_ROLES", str(roles))
    roles.write_text(f'[account.{account_here()}]\nauthorities = ["*"]\nroles = ["member"]\n', encoding="utf-8")
    for name in (account_here(), "local"):
        answer = run.answer(store, Asked(name, ["people", "children_on_a_plan", "--month", MONTH], {}, OURS))
        assert f"{account_here()} may not see lists of children" in answer.err
    assert "is no reader of this dashboard" in run.answer(store, Asked("somebody", ["loads"], {}, OURS)).err
    monkeypatch.delenv("SLAC_ROLES")
    assert "is no reader of this dashboard" in run.answer(store, Asked("somebody", ["loads"], {}, OURS)).err
