"""Returns as the sector makes them: taken as they come, known by their headings, every row of them told."""

import io
from datetime import date
from pathlib import Path

import pandas
import pytest
from openpyxl import Workbook

from data.arrivals import Arrival
from data.arrivals.extracts_from_lists import NOTHING_MADE, made_of
from data.arrivals.lists import ListArrived
from data.extracts import all_extracts
from data.returns.declaration import all_returns, lists_of
from tests.examples import as_csv, example_texts
from validation.check import Known, check

REAL = Path(__file__).parents[4] / "shared/sources/annex-a/Annex_A.xlsx"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
AD1 = "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"


def csv(name, *lines):
    return name, "\n".join(lines).encode()


def header(*children):
    return csv("a.csv", HEADER, *(f"{child},F,01/06/2012,WBRI,,," for child in children))


def checked(*files, month="2026-03", known=None):
    result = check(files, month, known or Known())
    for each in result.files:
        assert each.rows == each.accepted + each.set_aside + each.blank, each
        assert each.table is None or len(each.table) == each.accepted, each
    return result


def made(result, extract):
    [each] = [each for each in result.files if each.extract == extract]
    return each


def said(result, rule):
    return [finding for finding in result.findings if finding.rule.endswith(rule)]


def rows(each, *columns):
    """Return values of columns, with the names that stand for children as they are written here, not in capitals."""
    table = each.table[list(columns)]
    table = table.assign(**{name: table[name].str.title() for name in columns if name == "child_id"})
    records = table.itertuples(index=False, name=None)
    return [tuple(None if pandas.isna(value) else value for value in record) for record in records]


@pytest.mark.parametrize("each", all_returns().values(), ids=lambda each: each.title)
def test_a_return_makes_only_columns_that_are_declared(each):
    for making in each.makings:
        columns = set(all_extracts()[making.extract].column_names)
        assert making.given.keys() - {"origin", "differs"} <= columns, making.extract
        assert "origin" in making.given
        assert set(making.may_be_blank) <= columns


@pytest.mark.parametrize("each", all_returns().values(), ids=lambda each: each.title)
def test_every_list_of_a_return_is_wanted_by_some_extract(each):
    wanted = " ".join(making.sql for making in each.makings)
    assert [name for name in each.lists if name not in wanted] == []


def test_episodes_are_looked_after_children_whatever_the_file_is_called():
    result = checked(
        header("Ada"),
        csv("b.csv", EPISODES, "Ada,14/04/2025,S,C2,N1,U6,PR1,,,,NW10 4AB,SW1A1AA,SC123456"),
    )
    episodes = made(result, "looked_after_children")
    assert rows(
        episodes, "child_id", "start_date", "legal_status", "placement", "home_district", "placement_district"
    ) == [("Ada", pandas.Timestamp(2025, 4, 14), "C2", "U6", "NW10", "SW1A")]
    assert episodes.whole_from == date(2025, 4, 1)
    assert {"team", "permanence_plan", "distance"} <= set(episodes.lacking)
    assert not {"place_change_reason", "end_date", "urn"} & set(episodes.lacking)
    assert rows(made(result, "children"), "child_id", "date_of_birth", "sex", "ethnicity") == [
        ("Ada", pandas.Timestamp(2012, 6, 1), "F", "WBRI")
    ]
    assert result.totals == {"rows": 2, "accepted": 2, "set_aside": 0, "blank": 0}


def test_a_heading_of_an_older_year_that_is_missing_is_lacking_and_not_blank():
    old = ",".join(name for name in EPISODES.split(",") if name != "REASON_PLACE_CHANGE")
    result = checked(header("Ada"), csv("b.csv", old, "Ada,14/04/2025,S,C2,N1,U6,PR1,,,NW10 4AB,SW1A1AA,"))
    assert "place_change_reason" in made(result, "looked_after_children").lacking


def test_whether_a_child_is_unaccompanied_is_not_known_without_its_list():
    episodes = csv("b.csv", EPISODES, "Ada,14/04/2025,S,V2,N8,U6,PR1,,,,,,", "Ben,14/04/2025,S,V2,N8,U6,PR1,,,,,,")
    without = made(checked(header("Ada", "Ben"), episodes), "children")
    assert "unaccompanied" in without.lacking
    uasc = csv("c.csv", "CHILD,SEX,DOB,DUC", "Ada,F,01/06/2012,01/06/2030")
    result = checked(header("Ada", "Ben"), episodes, uasc)
    assert rows(made(result, "children"), "child_id", "unaccompanied") == [("Ada", "Y"), ("Ben", "N")]
    assert result.totals["rows"] == 5 == result.totals["accepted"]


def test_an_episode_open_in_one_year_and_closed_in_the_next_is_one_episode():
    result = checked(
        header("Ada", "Ben", "Cal"),
        csv(
            "2024-25 episodes.csv",
            EPISODES,
            "Ada,14/04/2023,S,C2,N1,U6,PR1,,,,,,",
            "Ben,14/04/2023,S,C2,N1,U6,PR1,01/03/2025,E4A,,,,",
            "Cal,14/04/2023,S,C2,N1,U6,PR1,,,,,,",
        ),
        csv(
            "2025-26 episodes.csv",
            EPISODES,
            "Ada,14/04/2023,S,C2,N1,U6,PR1,01/07/2025,X1,CARPL,,,",
            "Ada,01/07/2025,P,C2,N1,U4,PR1,,,,,,",
        ),
    )
    episodes = made(result, "looked_after_children")
    assert rows(episodes, "child_id", "start_date", "end_date") == [
        ("Ben", pandas.Timestamp(2023, 4, 14), pandas.Timestamp(2025, 3, 1)),
        ("Ada", pandas.Timestamp(2023, 4, 14), pandas.Timestamp(2025, 7, 1)),
        ("Ada", pandas.Timestamp(2025, 7, 1), None),
    ]
    [stale] = said(result, "left_open")
    assert (stale.file, stale.row, stale.severity) == ("2024-25 episodes.csv", 4, "query")
    [superseded] = said(result, "left_out")
    assert (superseded.file, superseded.row) == ("2024-25 episodes.csv", 2)
    assert "2025-26 episodes.csv" in superseded.message
    assert result.totals == {"rows": 8, "accepted": 6, "set_aside": 2, "blank": 0}
    assert episodes.whole_from == date(2024, 4, 1)


def test_years_are_ordered_by_what_is_in_them_and_not_by_the_order_they_come_in():
    earlier = csv(
        "z.csv", EPISODES, "Ada,14/04/2023,S,C2,N1,U6,PR1,,,,,,", "Ben,14/04/2024,S,C2,N1,U6,PR1,01/03/2025,E8,,,,"
    )
    later = csv("a.csv", EPISODES, "Ada,14/04/2023,S,C2,N1,U6,PR1,01/07/2025,E8,,,,")
    for files in ([earlier, later], [later, earlier]):
        episodes = made(checked(header("Ada", "Ben"), *files), "looked_after_children")
        assert ("Ada", pandas.Timestamp(2025, 7, 1)) in rows(episodes, "child_id", "end_date")
        assert len(episodes.table) == 2


def test_a_return_is_whole_from_its_own_april_whatever_the_last_day_in_it():
    quiet = csv("b.csv", EPISODES, "Ada,14/04/2023,S,C2,N1,U6,PR1,,,,,,")
    assert made(checked(header("Ada"), quiet, month="2026-05"), "looked_after_children").whole_from == date(2026, 4, 1)


def test_years_with_a_gap_between_them_are_whole_from_the_later_one():
    old = csv("old.csv", EPISODES, "Ben,14/04/2022,S,C2,N1,U6,PR1,01/03/2023,E8,,,,")
    new = csv("new.csv", EPISODES, "Ada,14/04/2025,S,C2,N1,U6,PR1,,,,,,")
    result = checked(header("Ada", "Ben"), old, new)
    assert made(result, "looked_after_children").whole_from == date(2025, 4, 1)
    assert len(made(result, "looked_after_children").table) == 2, "what is known is kept"


def test_a_fault_in_a_return_is_found_where_a_person_looks():
    result = checked(
        header("Ada"),
        csv("b.csv", EPISODES, "Ada,31/02/2025,S,C2,N1,U6,PR1,,,,,,", "Ada,14/04/2025,S,C9,N1,U6,PR1,,,,,,"),
    )
    assert {(each.file, each.row, each.column) for each in result.findings if each.severity == "block"} == {
        ("b.csv", 2, "DECOM"),
        ("b.csv", 3, "LS"),
    }
    assert result.totals == {"rows": 3, "accepted": 1, "set_aside": 2, "blank": 0}
    assert result.decision == "block"


def test_adoption_comes_of_three_lists():
    result = checked(
        header("Ada"),
        csv("b.csv", EPISODES, "Ada,14/04/2024,S,E1,N1,A4,PR1,01/12/2025,E11,,,,"),
        csv("c.csv", AD1, "Ada,01/06/2012,01/09/2024,01/02/2025,0,2,MF,L0"),
        csv("d.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", "Ada,01/06/2012,01/03/2025,,"),
    )
    days = rows(
        made(result, "permanence"), "entered_care", "decision_date", "matched_date", "placed_date", "order_date"
    )
    assert [f"{day:%d/%m/%Y}" for day in days[0]] == [
        "14/04/2024",
        "01/09/2024",
        "01/02/2025",
        "01/03/2025",
        "01/12/2025",
    ]
    assert made(result, "permanence").table["order_type"].tolist() == ["ADOPTION"]
    assert result.totals["set_aside"] == 0


@pytest.mark.parametrize("ended", ["", "31/02/2016"])
def test_an_adoption_without_a_day_is_told_at_the_episode_and_the_rest_of_the_upload_goes_on(ended):
    result = checked(
        csv("episodes.csv", EPISODES, f"Ada,15/02/2016,S,E1,N1,A3,PR1,{ended},E12,,,,"),
        csv("adoptions.csv", AD1, "Ben,15/06/2013,22/11/2017,22/11/2017,1,2,MM,L11"),
        month="2018-03",
    )
    told = {(each.file, each.row, each.column) for each in result.findings if each.severity == "block"}
    assert ("episodes.csv", 2, "DEC" if ended else "REC") in told
    assert bool(said(result, "reason_ended.without_date")) != bool(ended)
    assert result.totals["rows"] == 2
    assert {each.extract for each in result.files if each.extract} == {"looked_after_children", "permanence"}


def test_rows_of_adoption_lists_that_name_no_child_are_told_where_they_stand():
    result = checked(
        csv("episodes.csv", EPISODES, "Ada,14/04/2024,S,E1,N1,A4,PR1,01/12/2025,E11,,,,"),
        csv("ad1.csv", AD1, ",01/06/2012,01/09/2024,01/02/2025,0,2,MF,L0", ",01/06/2013,01/09/2024,,0,2,MF,L0"),
        csv("placed.csv", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED", ",01/06/2012,01/03/2025,,"),
    )
    blank = [each for each in said(result, "child_id.required") if each.extract == "permanence"]
    assert {(each.file, each.row, each.column) for each in blank} == {("ad1.csv", 2, "CHILD"), ("ad1.csv", 3, "CHILD")}


@pytest.mark.parametrize("each", all_returns().values(), ids=lambda each: each.title)
def test_every_row_that_is_made_has_a_row_that_it_was_made_of_whatever_is_blank_or_unreadable(each):
    lists = {name: _spoilt(each, name) for name in each.lists}
    _must_be_made_of_rows(list(lists.values()))
    for absent in lists:  # what is made of other lists alone was made above
        touched = [making for making in each.makings if absent in lists_of(making, each)]
        beside = set().union(*(lists_of(making, each) for making in touched)) - {absent}
        others = {making.extract for making in each.makings} - {making.extract for making in touched}
        _must_be_made_of_rows([lists[name] for name in lists if name in beside], others)


def _must_be_made_of_rows(lists, leave_out=()):
    returned = made_of(lists, date(2026, 3, 31), leave_out)
    for one in returned.made:
        assert list(one.origins) == list(one.rows.index)
        assert all(one.origins.values()), one.making.extract
    assert returned.made or leave_out


def _spoilt(of, name):
    """Return a list of a return in which each column is blank in one row, and unreadable in another."""
    listing = of.lists[name]
    whole = {column: "01/02/2025" if column in listing.days else "1" for column in listing.columns} | {"child": "Ada"}
    records = [whole]
    for column in listing.columns:
        records += [{**whole, "child": f"Ben {column}", column: spoilt} for spoilt in (None, "zz")]
        records += [{**whole, "rec": code, column: None} for code in ("E11", "E45") if "rec" in listing.columns]
    table = pandas.DataFrame(records, index=range(2, len(records) + 2), dtype=object)
    headings = {name: column.headings[0] for name, column in listing.columns.items()}
    return ListArrived(Arrival(f"{name}.csv", "", table.rename(columns=headings), 0), of, name, headings)


def test_a_row_of_which_nothing_is_made_is_said():
    result = checked(
        header("Ada"), csv("b.csv", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", "Nobody,01/01/2012,P1,,zz/zz/2018")
    )
    [left] = said(result, "left_out")
    assert (left.file, left.row, left.message) == (
        "b.csv",
        2,
        f"row 2: {NOTHING_MADE}",
    )
    assert result.totals == {"rows": 2, "accepted": 1, "set_aside": 1, "blank": 0}


def test_health_answers_of_the_year_are_events_without_a_day():
    oc2 = (
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
        "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED"
    )
    result = checked(header("Ada"), csv("b.csv", oc2, "Ada,01/06/2012,14,,0,,1,1,0,0,,"))
    events = made(result, "lac_health").table.set_index("kind")
    assert events["up_to_date"].to_dict() == {
        "RHA": "N",
        "DENTAL": "Y",
        "IMM": "Y",
        "SUBSTANCE": "N",
        "CONVICTED": "N",
        "SDQ": "Y",
    }
    assert events.loc["SDQ", "score"] == 14
    assert made(result, "lac_health").table.index.tolist() == [2] * 6, "each event stands in row 2 of the list"
    assert result.totals == {"rows": 2, "accepted": 2, "set_aside": 0, "blank": 0}


def annex_a(**sheets):
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, (headings, *records) in sheets.items():
        sheet = book.create_sheet(title)
        for record in (headings.split(";"), *records):
            sheet.append(list(record))
    file = io.BytesIO()
    book.save(file)
    return "book.xlsx", file.getvalue()


LIST_7 = (
    "Child Unique ID;Gender;Ethnicity;Date of Birth;Age;Does the Child have a Disability;"
    "Child Protection Plan Start Date;Initial Category of Abuse;Latest Category of Abuse;"
    "Date of the Last Statutory Visit;Was the Child Seen Alone?;Date of latest review conference;"
    "Child Protection Plan End Date;Number of Previous Child Protection Plans;Allocated Team;Allocated Worker"
)


def plan(child="Ada", born=date(2015, 5, 1), began=date(2025, 11, 3), ended=None):
    head = [child, "b) Female", "a) WBRI", born, 10, "b) No"]
    seen = date(2026, 3, 20)
    return [*head, began, "Physical abuse", "d) Emotional abuse", seen, "a) Yes", None, ended, 0, "North", "A Name"]


def test_one_list_makes_plans_visits_and_children():
    result = checked(annex_a(Plans=(LIST_7, plan(), plan("Ben", ended=date(2026, 3, 2)))))
    plans = made(result, "child_protection_plans")
    assert rows(plans, "child_id", "initial_category", "category", "previous_plans", "team") == [
        ("Ada", "PHY", "EMO", 0, "North"),
        ("Ben", "PHY", "EMO", 0, "North"),
    ]
    assert plans.whole_from == date(2025, 10, 1)
    assert "worker_id" in plans.lacking, "the list names workers, and names are not kept"
    visits = rows(made(result, "visits"), "child_id", "kind", "seen_alone")
    assert sorted(visits) == [("Ada", "CP", "Y"), ("Ben", "CP", "Y")]
    assert rows(made(result, "children"), "child_id", "sex", "disability") == [
        ("Ada", "F", "NONE"),
        ("Ben", "F", "NONE"),
    ]
    assert result.totals == {"rows": 2, "accepted": 2, "set_aside": 0, "blank": 0}
    assert "Allocated Worker" not in str([each.to_json() for each in result.findings if each.severity == "block"])


def test_lists_that_disagree_about_a_birth_are_queried():
    list_1 = "Child Unique ID;Gender;Ethnicity;Date of Birth;Age;Date of Contact;Contact Source"
    contact = ["Ada", "b) Female", "a) WBRI", date(2015, 5, 2), 10, date(2026, 3, 9), "q) 6: Police"]
    result = checked(annex_a(Contacts=(list_1, contact), Plans=(LIST_7, plan())))
    [differ] = said(result, "lists_differ")
    assert "01/05/2015 in List 7, 02/05/2015 in List 1" in differ.message
    assert differ.severity == "query"
    assert rows(made(result, "children"), "date_of_birth") == [(pandas.Timestamp(2015, 5, 1),)]


def test_a_list_without_rows_asks_why_and_stops_nothing():
    result = checked(annex_a(Plans=(LIST_7,)))
    assert result.decision == "query"
    assert {each.rule for each in said(result, "no_rows")} == {
        "list_7.no_rows",
        *(f"{name}.no_rows" for name in ("children", "child_protection_plans", "cp_reviews", "visits")),
    }


def test_our_own_extract_beside_a_return_is_taken_instead():
    own = example_texts(
        all_extracts()["child_protection_plans"],
        {"child_id": "Zoe", "start_date": "2026-03-03"},
        month_end=date(2026, 3, 31),
    )
    result = checked(annex_a(Plans=(LIST_7, plan())), ("own.csv", as_csv(own)))
    assert rows(made(result, "child_protection_plans"), "child_id") == [("Zoe",)]
    assert rows(made(result, "visits"), "child_id") == [("Ada",)]


def test_the_same_list_twice_is_refused_where_years_are_not_combined():
    result = checked(annex_a(One=(LIST_7, plan()), Two=(LIST_7, plan("Ben"))))
    assert result.decision == "refuse"
    message = said(result, "two_files")[0].message
    assert "are both Ofsted Annex A, List 7, child protection. Put the rows of both onto one sheet, or" in message
    apart = checked(annex_a(One=(LIST_7, plan())), ("other.xlsx", annex_a(Two=(LIST_7, plan("Ben")))[1]))
    assert "Choose the right one, or put their rows onto one sheet" in said(apart, "two_files")[0].message


def test_a_list_that_lacks_a_column_is_called_a_list_and_no_extract():
    renamed = csv("b.csv", EPISODES.replace("PLACE,", "HOME,", 1), "Ada,14/04/2025,S,C2,N1,U6,PR1,,,,,,")
    [lacking] = said(checked(header("Ada"), renamed), "columns_missing")
    assert 'b.csv: this looks like SSDA903 return, Episodes, but it lacks "PLACE"' in lacking.message
    [lacking] = said(checked(csv("c.csv", "CHILD,SEX,DOB,UPN,MOTHER", "Ada,F,01/06/2012,,")), "columns_missing")
    assert 'Header, but it lacks "ETHNIC"' in lacking.message


def test_the_same_list_of_a_return_given_twice_is_called_that_in_any_order():
    same = [(f"{name}.csv", header("Ada")[1]) for name in "ab"]
    for files in (same, same[::-1]):
        assert (
            "a.csv and b.csv are SSDA903 return, Header, and two of them are the same to the letter"
            in [finding.message for finding in said(checked(*files), "two_files")][0]
        )


def test_children_of_two_returns_are_added_together():
    result = checked(
        header("Ben"), csv("b.csv", EPISODES, "Ben,14/04/2025,S,C2,N1,U6,PR1,,,,,,"), annex_a(Plans=(LIST_7, plan()))
    )
    assert rows(made(result, "children"), "child_id") == [("Ben",), ("Ada",)]


@pytest.mark.skipif(not REAL.is_file(), reason="the published workbook is not at hand")
def test_the_workbook_as_the_sector_ships_it_is_read_whole_and_its_dirt_is_named():
    result = checked(("Annex_A.xlsx", REAL.read_bytes()), month="2021-03")
    lists = [each for each in result.files if each.title]
    assert [each.sheet for each in lists] == [f"List {number}" for number in range(1, 12)]
    assert sum(each.rows for each in lists) == result.totals["rows"] == 59
    extracts = {each.extract for each in result.files if each.extract}
    assert {
        "contacts",
        "early_help",
        "referrals",
        "assessments",
        "section_47_enquiries",
        "child_protection_plans",
    } <= extracts
    assert {"looked_after_children", "care_leavers", "permanence", "adopters", "children", "visits"} <= extracts
    blocked = {(each.sheet, each.row, each.column) for each in result.findings if each.severity == "block"}
    assert ("List 8", 3, "Placement postcode") in blocked, "nope is no postcode"
    assert ("List 6", 2, "Primary Need Code") in blocked, "PSRMEM is no primary need"
    assert ("List 8", 4, "Ethnicity") in blocked
    assert ("List 1", 3, "Date of Birth") in blocked
    assert made(result, "child_protection_plans").whole_from == date(2020, 10, 1)


def test_days_and_numbers_of_a_list_that_say_that_there_is_nothing_are_told():
    headings = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT"
    text = f"{headings}\nA,01/05/2012,N/A,SDQ1,0,1,1,1,1\nB,00/01/1900,9,,0,1,1,1,1\n"
    found = {
        finding.rule: finding.message for finding in check([("oc2.csv", text.encode())], "2026-03", Known()).findings
    }
    assert found["oc2.sdq_score.read_as_blank"] == 'SDQ_SCORE: 1 answer was read as blank: "N/A".'
    assert found["oc2.dob.read_as_blank"] == 'DOB: 1 answer was read as blank: "00/01/1900".'
