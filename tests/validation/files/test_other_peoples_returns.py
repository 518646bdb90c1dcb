"""Returns as other people have them: what they cannot hold is not asked, and what is not read is set aside and said."""

from datetime import date
from pathlib import Path

import pandas
import pytest

from data.access import LOCAL_USER
from data.ledger.confirmed_headings import headings_confirmed, headings_read_as
from tests.every_case import every
from tests.store_filling import BRENT, NOTHING_MEASURED
from tests.validation.files.test_list_answers import LIST_9, leaver
from tests.validation.files.test_returns import AD1, EPISODES, annex_a, checked, csv, header, made, rows, said
from validation.check import Known, check
from validation.publishing.desk import Desk
from validation.publishing.reasons import EVERY
from validation.publishing.submission import Submission

CASES = Path(__file__).parents[4] / "shared/cases"
DOLO = csv("DoLo.csv", "CHILD,DOB,DOLO_START,DOLO_END", "Ada,01/06/2012,01/07/2025,")
ADA = csv("b.csv", EPISODES, "Ada,14/04/2025,S,C2,N1,U6,PR1,,,,,,")


def test_orders_that_deprive_of_liberty_are_read_and_judged_by_the_rules_of_their_list():
    result = checked(header("Ada"), ADA, DOLO)
    [made] = [one for one in result.files if one.extract == "liberty_orders"]
    assert made.accepted == 1 and made.lacking == ()
    open_orders = csv("DoLo.csv", *["CHILD,DOB,DOLO_START,DOLO_END", *["Ada,01/06/2012,01/07/2025,"] * 2])
    assert checked(header("Ada"), ADA, open_orders).decision == "block"
    ended = csv("b.csv", EPISODES, "Ada,14/04/2025,S,C2,N1,U6,PR1,01/08/2025,E4A,,,,")
    told = {finding.dfe_rule for finding in checked(header("Ada"), ended, DOLO).findings if finding.file == "DoLo.csv"}
    assert "707" in told


@every("apart", [csv("New.csv", "CHILD,DOB,SEX,SOMETHING", "Ada,01/06/2012,F,x")])
def test_a_list_that_is_not_read_is_set_aside_and_said_and_stops_nothing(apart):
    for files in ((header("Ada"), ADA, apart), (apart, ADA, header("Ada"))):
        result = checked(*files)
        assert result.decision == "query"
        [told] = [one for one in result.findings if one.rule.endswith("set_aside")]
        assert (told.file, told.severity) == (apart[0], "query")
        assert {"looked_after_children", "children"} == {one.extract for one in result.files if one.table is not None}
    assert checked(apart).decision == "refuse", "alone it is all there is"


def test_a_list_with_one_heading_amiss_is_no_other_list():
    amiss = csv("b.csv", EPISODES.replace("DECOM", "DECOMM"), "Ada,14/04/2025,S,C2,N1,U6,PR1,,,,,,")
    assert checked(header("Ada"), amiss).decision == "refuse"


def test_care_began_at_the_last_start_up_to_the_order():
    episodes = csv(
        "b.csv",
        EPISODES,
        "Ada,01/06/2021,S,C2,N1,U6,PR1,10/06/2022,E4A,,,,",
        "Ada,01/06/2023,S,C2,N1,U6,PR1,10/06/2025,E46,,,,",
        "Ada,05/08/2025,S,V2,N1,U6,PR1,,,,,,",
    )
    result = checked(header("Ada"), episodes, csv("c.csv", AD1))
    assert rows(made(result, "permanence"), "entered_care", "order_date", "order_type") == [
        (pandas.Timestamp(2023, 6, 1), pandas.Timestamp(2025, 6, 10), "SGO")
    ]
    assert not [one for one in result.findings if one.severity == "block"]


def test_what_is_made_of_another_list_is_told_in_the_list_that_holds_it():
    header_and_adoption = (header("Ada"), csv("ad1.csv", AD1, "Ada,01/06/2012,01/02/2025,01/03/2025,0,2,MM,L11"))
    later = csv("episodes.csv", EPISODES, "Ada,01/06/2021,S,E1,N1,A5,PR1,12/09/2026,E11,,,,")
    result = checked(*header_and_adoption, later)
    [told] = [one for one in result.findings if (one.file, one.row, one.column) == ("episodes.csv", 2, "DEC")]
    assert told.message.startswith("DEC, row 2: 12/09/2026 is after the month end")
    assert told.message.endswith("It feeds looked-after children and permanence.") and told.dfe_rule
    assert all(len(made(result, name).table) == 0 for name in ("looked_after_children", "permanence"))
    early = csv(
        "episodes.csv",
        EPISODES,
        "Ada,01/06/2021,S,C2,N1,U6,PR1,10/06/2022,E4A,,,,",
        "Ada,01/06/2023,S,E1,N1,A5,PR1,12/09/2025,E11,,,,",
    )
    began_late = csv("ad1.csv", AD1, "Ada,01/06/2012,01/02/2020,01/03/2025,0,2,MM,L11")
    [told] = said(checked(header("Ada"), early, began_late), "decision_date.not_before")
    assert (told.file, told.row, told.column) == ("ad1.csv", 2, "DATE_INT")
    assert "01/02/2020 is before DECOM on row 3 of episodes.csv, 01/06/2023" in told.message


def test_when_care_began_is_not_asked_of_a_return_that_begins_later():
    result = checked(
        header("Ada"),
        csv("b.csv", EPISODES, "Ada,15/04/2025,P,E1,N1,A5,PR1,14/02/2026,E12,,,,"),
        csv("c.csv", AD1, "Ada,01/06/2012,22/11/2024,22/12/2024,1,2,MM,L11"),
    )
    assert rows(made(result, "permanence"), "entered_care", "order_type") == [(None, "ADOPTION")]
    assert not [one for one in result.findings if one.severity == "block"]


def test_an_episode_that_cannot_be_read_makes_the_childs_way_to_adoption_doubtful():
    result = checked(
        header("Ada"),
        csv(
            "b.csv",
            EPISODES,
            "Ada,01/06/2021,S,C2,N1,U6,PR1,15/04/2025,X1,,,,",
            "Ada,15/04/2025,Q,E1,N1,A5,PR1,14/02/2026,E12,,,,",
        ),
        csv("c.csv", AD1, "Ada,01/06/2012,22/11/2024,22/12/2024,1,2,MM,L11"),
    )
    assert len(made(result, "permanence").table) == 0
    assert {(one.file, one.row, one.column) for one in result.findings if one.severity == "block"} == {
        ("b.csv", 3, "RNE")
    }


def test_a_care_leaver_of_whom_nothing_is_known_has_a_nought_for_activity_and_accommodation():
    born = csv(
        "a.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "Ada,F,01/06/2006,WBRI,,,", "Ben,M,01/06/2006,WBRI,,,"
    )
    result = checked(
        born, csv("oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "Ada,01/06/2006,NO,0,0", "Ben,01/06/2006,YES,F2,U1")
    )
    leavers = rows(made(result, "care_leavers"), "child_id", "in_touch", "activity", "accommodation")
    assert leavers == [("Ada", "NO", "0", "0"), ("Ben", "YES", "F2", "U1")]


def test_a_special_guardianship_of_an_earlier_year_is_one():
    began = "14/04/2014,S,C2,N1,U4,PR1"
    episodes = csv("b.csv", EPISODES, f"Ada,{began},10/02/2016,E44,,,,", f"Ben,{began},10/02/2016,E43,,,,")
    born = csv(
        "a.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", "Ada,2,01/06/2010,WBRI,,,", "Ben,1,01/06/2010,WBRI,,,"
    )
    result = checked(born, episodes, csv("c.csv", AD1), month="2016-03")
    assert sorted(rows(made(result, "permanence"), "child_id", "order_type")) == [("Ada", "SGO"), ("Ben", "SGO")]
    later = csv("b.csv", EPISODES, "Ada,14/04/2025,S,C2,N1,U4,PR1,10/02/2026,E44,,,,")
    assert [one.severity for one in said(checked(header("Ada"), later), "reason_ended.in_set")] == ["block"]


PLACED = f"{EPISODES},PL_LA,PL_LOCATION,PL_DISTANCE"


def test_places_outside_england_and_sectors_of_postcodes_are_taken():
    places = {
        "W06000015": ("CF10 1", "CF10"),
        "WAL": ("CF10 1AB", "CF10"),
        "SCO": ("EH1 1", "EH1"),
        "NIR": ("BT1 1", "BT1"),
        "NUK": ("", None),
        "CON": ("BN11", "BN11"),
        "E09000005": ("NW104AB", "NW10"),
    }
    lines = [
        f"C{n},14/04/2025,S,C2,N1,U6,PR1,,,,BN1 1,{postcode},1234567,{code},OUT,12"
        for n, (code, (postcode, _)) in enumerate(places.items())
    ]
    result = checked(header(*(f"C{n}" for n in range(len(places)))), csv("b.csv", PLACED, *lines))
    assert not [one for one in result.findings if one.severity == "block"]
    stored = rows(made(result, "looked_after_children"), "placement_authority", "home_district", "placement_district")
    assert stored == [(code, "BN1", district) for code, (_, district) in places.items()]
    wrong = csv("b.csv", PLACED, "C0,14/04/2025,S,C2,N1,U6,PR1,,,,BN1 1,CF10 1A,1234567,XYZ,OUT,12")
    blocked = {one.column for one in checked(header("C0"), wrong).findings if one.severity == "block"}
    assert blocked == {"PL_POST", "PL_LA"}


def test_an_authority_by_name_is_read_as_its_code_and_another_word_is_named():
    named = {"Camden": "E09000007", "Barking & Dagenham": "E09000002", "301": "E09000002", "E09000002": "E09000002"}
    lines = [f"C{n},14/04/2025,S,C2,N1,U6,PR1,,,,BN1 1,BN1 2,1234567,{name},IN,12" for n, name in enumerate(named)]
    other = "C4,14/04/2025,S,C2,N1,U6,PR1,,,,BN1 1,BN1 2,1234567,not Camden,OUT,12"
    result = checked(header(*(f"C{n}" for n in range(5))), csv("b.csv", PLACED, *lines, other))
    assert {one.row for one in result.findings if one.severity == "block"} == {6}
    stored = rows(made(result, "looked_after_children"), "placement_authority")
    assert stored == [(code,) for code in named.values()]


def test_a_distance_that_cannot_be_known_is_not_queried():
    lines = [f"{child},14/04/2025,S,C2,N1,U6,PR1,,,,,,,,OUT,{miles}" for child, miles in (("Ada", 999.9), ("Ben", 351))]
    result = checked(header("Ada", "Ben"), csv("b.csv", PLACED, *lines))
    assert [one.row for one in said(result, "distance.unusual")] == [3]


def test_a_care_leavers_list_of_january_2024_is_read_whole():
    new = (
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N);Allocated Personal Advisor;"
        "Latest Pathway Plan Review Date;Latest Date of Contact"
    )
    home = leaver("Ada", "U: Independent living", "a) Suitable")
    full = [*home, "a) Yes", "Jo Bloggs", date(2026, 2, 1), date(2026, 3, 1)]
    result = checked(annex_a(Leavers=(f"{LIST_9};{new}", full, [*home[:1], *full[1:]])))
    leavers = made(result, "care_leavers")
    assert rows(leavers, "review_date", "last_contact")[0] == (
        pandas.Timestamp(2026, 2, 1),
        pandas.Timestamp(2026, 3, 1),
    )
    [(adviser,)] = rows(leavers, "personal_adviser_id")[:1]
    assert adviser.startswith("PA-") and "Bloggs" not in adviser
    assert rows(made(result, "children"), "unaccompanied") == [("Y",)]
    assert "review_date" not in leavers.lacking and not said(result, "list_9.columns_ignored")


@every("said_so", ["DECOMM=DECOM", "DECOMM=decom", "decomm=start_date"])
def test_a_heading_of_a_list_is_read_as_somebody_says(said_so):
    amiss = csv("b.csv", EPISODES.replace("DECOM", "DECOMM"), "Ada,14/04/2025,S,C2,N1,U6,PR1,,,,,,")
    result = checked(header("Ada"), amiss, known=Known(confirmed=headings_read_as([said_so])))
    assert rows(made(result, "looked_after_children"), "start_date") == [(pandas.Timestamp(2025, 4, 14),)]
    assert '"DECOMM" read as DECOM' in str([one.message for one in said(result, "how_read")])


@pytest.mark.parametrize(
    ("read_as", "name"),
    [
        ({"ssda903.episodes": {"DECOMM": "DECOM"}}, "ssda903.episodes"),
        ({"looked_after_children": {"DECOMM": "start_date"}}, "looked_after_children"),
    ],
)
def test_what_was_said_of_a_list_is_remembered_once_it_is_published(store, read_as, name):
    amiss = csv("b.csv", EPISODES.replace("DECOM", "DECOMM"), "Ada,14/04/2025,S,C2,N1,U6,PR1,,,,,,")
    desk = Desk(store, LOCAL_USER, NOTHING_MEASURED)
    files, reasons = (header("Ada"), amiss), {EVERY: "test"}
    desk.publish(desk.receive(Submission(BRENT, "2026-03", files, reasons=reasons, read_as=read_as)))
    assert headings_confirmed(store, LOCAL_USER, BRENT) == {name: read_as[name]}
    assert desk.receive(Submission(BRENT, "2026-03", files)).check.decision != "refuse"


@pytest.mark.skipif(not CASES.is_dir(), reason="the cases from the field are not at hand")
@every("case", ["C43.xlsx", "C44.xlsx", "min2:2018-03", "min3:2020-03", "min4:2020-03", "min5:2020-03", "min7:2020-03"])
def test_true_data_from_the_field_goes_in(case):
    name, _, month = case.partition(":")
    path = CASES / name
    files = [(one.name, one.read_bytes()) for one in (sorted(path.iterdir()) if path.is_dir() else [path])]
    result = check(files, month or "2026-03", Known())
    assert [one.message for one in result.findings if one.severity == "block"] == []
    assert not said(result, "place_change_reason.missing")
