"""Who holds which role: the file is right, or nobody holds any; and an identity holds now, or nobody is let in."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.access import LOCAL_USER, MAY, Act
from data.errors import Mendable
from data.identity import Identity
from data.roles import reader_of, reader_of_account, roles_in
from tests.every_case import every

NOW = datetime(2026, 11, 30, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SERVICES = ("looked_after", "workforce")
FILE = """
[people.analysts]
claims = { groups = "Analysts" }
roles = ["analyst"]
authorities = ["*"]

[people.head]
claims = { email = "Head@Example.gov.uk" }
roles = ["senior_manager"]
authorities = ["E09000009"]
services = ["looked_after"]

[people.north]
claims = { roles = "manager", department = "North" }
roles = "team_manager"
authorities = ["E09000009"]
teams = ["North", "North two"]

[people.members]
claims = { groups = "Members" }
roles = ["member"]
authorities = ["E09000009"]

[people.analysts_on_the_committee]
claims = { groups = ["Analysts", "Members"] }
roles = ["analyst", "member"]
authorities = ["E09000009"]

[account.keeper]
roles = ["administrator"]
authorities = ["*"]
"""


def roles(tmp_path: Path, text: str | bytes = FILE):
    path = tmp_path / "roles.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return roles_in(path, SERVICES)


def identity(**claims: object) -> Identity:
    return Identity("somebody", claims, NOW - HOUR, NOW + HOUR)


def refused(ask) -> str:
    with pytest.raises(Mendable) as why:
        ask()
    return str(why.value)


def test_authorities_beside_their_own_are_none_unless_they_are_named(tmp_path):
    written = roles(tmp_path, FILE.replace('groups = "Members" }', 'groups = "Members" }\nbeside = ["E09000005"]'))
    assert reader_of(identity(groups="Members"), written, NOW).beside == ("E09000005",)
    assert reader_of(identity(groups="Analysts"), written, NOW).beside == ()
    keeper = FILE.replace('["administrator"]', '["administrator"]\nbeside = ["*"]')
    assert "may see no figure, and so none of the authorities" in refused(lambda: roles(tmp_path, keeper))


def test_a_claim_gives_a_role_where_it_holds(tmp_path):
    written = roles(tmp_path)
    analyst = reader_of(identity(groups=["Others", "Analysts"]), written, NOW)
    assert (analyst.who, analyst.roles, analyst.authorities) == ("somebody", ("analyst",), ("*",))
    head = reader_of(identity(email="head@example.GOV.uk"), written, NOW)
    assert (head.roles, head.services, head.teams) == (("senior_manager",), ("looked_after",), ("*",))
    north = reader_of(identity(roles=["manager"], department="North"), written, NOW)
    assert (north.roles, north.authorities, north.teams) == (
        ("team_manager",),
        ("E09000009",),
        ("North", "North two"),
    )
    assert reader_of_account("keeper", written).roles == ("administrator",)


def test_several_roles_are_held_only_as_the_file_puts_them_together(tmp_path):
    written = roles(tmp_path)
    both = reader_of(identity(groups=["Analysts", "Members"]), written, NOW)
    assert (both.roles, both.authorities) == (("analyst", "member"), ("E09000009",))
    sentence = refused(lambda: reader_of(identity(groups=["Analysts"], email="head@example.gov.uk"), written, NOW))
    assert 'entries "analysts" and "head" of roles.toml' in sentence
    sentence = refused(
        lambda: reader_of(identity(groups=["Analysts", "Members"], email="head@example.gov.uk"), written, NOW)
    )
    assert "has two roles" in sentence


@every(
    "claims",
    [
        {},
        {"groups": "analysts"},
        {"groups": [["Analysts"]]},
        {"groups": {"Analysts": True}},
        {"groups": None},
        {"group": "Analysts"},
        {"groups": "Analysts,Members"},
        {"roles": "manager"},
        {"email": "head@example.gov.uk", "email_verified": False},
        {"email": "head@example.gov.uk", "email_verified": None},
        {"email": "head@example.gov.uk", "email_verified": 0},
        {"account": "keeper"},
    ],
)
def test_a_claim_that_no_entry_asks_for_gives_no_role(tmp_path, claims):
    assert "has no role here" in refused(lambda: reader_of(identity(**claims), roles(tmp_path), NOW))


def test_an_account_without_an_entry_has_no_role(tmp_path):
    assert "[account.other] in roles.toml" in refused(lambda: reader_of_account("other", roles(tmp_path)))


HELD = Identity("somebody", {"groups": "Analysts"}, NOW - HOUR, NOW + HOUR)


@every(
    "case",
    [
        (replace(HELD, expires_at=NOW), "has expired"),
        (replace(HELD, signed_in_at=NOW + HOUR / 2), "the clock has gone back"),
        (replace(HELD, expires_at=NOW - 2 * HOUR), "ends before it begins"),
        (replace(HELD, expires_at=(NOW + HOUR).replace(tzinfo=None)), "ends before it begins"),
        (replace(HELD, who=" "), "names nobody"),
        (replace(HELD, who="x" * 201), "names nobody"),
        (replace(HELD, who="some\nbody"), "cannot be printed"),
        (replace(HELD, who=None), "names nobody"),
    ],
)
def test_an_identity_that_does_not_hold_now_is_nobody_s(tmp_path, case):
    identity_tried, why = case
    assert why in refused(lambda: reader_of(identity_tried, roles(tmp_path), NOW))


HEAD = '[people.head]\nclaims = { groups = "a" }\nauthorities = ["*"]\n'


@every(
    "case",
    [
        ("[people.head\n", "not TOML", "line 1"),
        ("[people.a]\n[people.a]\n", "not TOML", "line 2"),
        (b"# \n# \xff\n", "Line 2 is not UTF-8", ""),
        ("a = " + "[" * 5000, "", ""),
        (" " * 1_000_001, "larger than", ""),
        ("[person.head]\n", 'says "person"', "people"),
        ("people = 3\n", '"people" is no table', ""),
        ("[people]\nhead = 3\n", '"head" is no table', ""),
        (HEAD, '"head" must say roles', ""),
        (HEAD + "roles = []", '"head" must say roles', ""),
        (HEAD + "roles = [3]", '"head" must say roles', ""),
        (HEAD + 'roles = [" "]', '"head" must say roles', ""),
        (HEAD + 'roles = ["analist"]', '"head" names the role "analist"', "analyst"),
        (HEAD + 'roles = ["public"]', 'the role "public"', ""),
        (HEAD + 'roles = ["analyst"]\nservice = ["workforce"]', '"head" says "service"', "services"),
        (HEAD + 'roles = ["senior_manager"]', '"head" makes somebody a senior_manager', "services"),
        (HEAD + 'roles = ["senior_manager"]\nservices = ["leaving care"]', 'the service "leaving care"', "workforce"),
        (HEAD + 'roles = ["member"]\nservices = ["workforce"]', "may name services for", ""),
        (HEAD + 'roles = ["team_manager"]', '"head" makes somebody a team_manager', "teams"),
        (HEAD + 'roles = ["team_manager"]\nteams = ["*"]', "teams one by one", ""),
        (HEAD + 'roles = ["analyst"]\nteams = ["North"]', "teams one by one", ""),
        ('[people.a]\nclaims = { g = "a" }\nroles = ["member"]', '"a" names no authorities', ""),
        ('[people.a]\nroles = ["member"]\nauthorities = ["*"]', '"a" asks for no claim', ""),
        ('[people.a]\nclaims = {}\nroles = ["member"]\nauthorities = ["*"]', '"a" asks for no claim', ""),
        ('[people.a]\nclaims = "x"\nroles = ["member"]\nauthorities = ["*"]', '"a" asks for no claim', ""),
        (HEAD + 'roles = ["member"]\n' + HEAD.replace("head", "b") + 'roles = ["analyst"]', '"head" and "b"', ""),
        ('[account.a]\nclaims = { g = "a" }\nroles = ["member"]\nauthorities = ["*"]', '"a" says "claims"', ""),
    ],
    called=lambda case: str(case)[:60],
)
def test_a_file_that_is_not_right_gives_nobody_a_role_and_says_where(tmp_path, case):
    text, where, besides = case
    sentence = refused(lambda: roles(tmp_path, text))
    assert "The file of roles roles.toml is not right, so nobody has a role." in sentence
    assert where in sentence
    assert besides in sentence


def test_what_the_file_says_now_holds_and_nothing_that_it_said_before(tmp_path):
    reader = reader_of(HELD, roles(tmp_path), NOW)
    assert reader.may(Act.LISTS)
    assert "has no role here" in refused(
        lambda: reader_of(HELD, roles(tmp_path, FILE.replace('"Analysts"', '"Nobody"')), NOW)
    )
    (tmp_path / "roles.toml").unlink()
    assert "cannot be read" in refused(lambda: roles_in(tmp_path / "roles.toml", SERVICES))
    assert "cannot be read" in refused(lambda: roles_in(tmp_path, SERVICES))


def test_every_role_but_the_public_s_can_be_given(tmp_path):
    for role in set(MAY) - {"public"}:
        named = {"senior_manager": 'services = ["workforce"]', "team_manager": 'teams = ["North"]'}
        scopes = named.get(role, "")
        written = roles(tmp_path, f'{HEAD}roles = "{role}"\n{scopes}')
        assert reader_of(identity(groups="a"), written, NOW).roles == (role,)


def test_without_a_file_whoever_would_govern_is_told_the_lines_and_they_give_the_role(tmp_path):
    sentence = refused(lambda: LOCAL_USER.must(Act.GOVERN))
    assert "SLAC_ROLES" in sentence
    lines = re.findall(r"\[account\.NAME\]|\w+ = \[\S+\]", sentence)
    written = roles(tmp_path, "\n".join(lines).replace("NAME", "femi"))
    assert reader_of_account("femi", written).may(Act.GOVERN)
