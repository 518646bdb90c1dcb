"""The page on roles says what the one table of the code says: every role, every act, and within what."""

import re
from pathlib import Path

from data.access import CONFINED, EVERY, MAY, SERVICES_OF, TEAMS_OF, Act
from data.roles import roles_in
from indicators.engine.services import SERVICES
from pages.kit.frame.contents import NEEDS, scripts, title_of

PAGE = (Path(__file__).parents[2] / "docs" / "roles.md").read_text(encoding="utf-8")


def cell(role: str, act: Act) -> str:
    """Return what the table says of a role and an act."""
    if act not in MAY[role]:
        return ""
    if act not in CONFINED or role == "analyst":
        return "yes"
    if SERVICES_OF.get(role, ()) not in ((), (EVERY,)):
        return f"of {SERVICES_OF[role][0]}"
    return "of own teams" if role in SERVICES_OF and role not in TEAMS_OF else "of own services"


def test_the_table_is_that_of_the_code():
    lines = [f"| may | {' | '.join(MAY)} |"]
    lines += [f"| {act} | {' | '.join(cell(role, act) for role in MAY)} |" for act in Act]
    for line in lines:
        assert re.sub(" +", " ", line) in re.sub(" +", " ", PAGE), line


def test_the_pages_that_want_more_than_figures_are_those_of_the_code():
    assert set(NEEDS) <= set(scripts())
    for name, (act, _) in NEEDS.items():
        assert f"| {title_of(name)} | {act} |" in PAGE, name


def test_the_example_is_a_file_that_can_be_read(tmp_path):
    (example,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "roles.toml"
    path.write_text(example, encoding="utf-8")
    read = roles_in(path, SERVICES)
    assert {role for entry in (*read.people, *read.accounts.values()) for role in entry.roles} == set(MAY) - {"public"}
