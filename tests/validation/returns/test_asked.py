"""A rule of DfE's is asked of lists as they arrive and of our own extracts, and told where a person finds the row."""

from data.extracts import all_extracts
from tests.examples import as_csv, example_texts
from validation.check import Known, check
from validation.returns.extract_as_list import extracts_as_lists

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,PL_LA"
GAP = (
    "A,01/06/2025,S,C2,N1,U6,PR1,04/07/2025,X1,PLAN,,,SC012345,E08000025",
    "A,06/07/2025,L,C2,N1,U6,PR1,,,,,,SC012345,E08000025",
)


def csv(name, *lines):
    return name, "\n".join(lines).encode()


def told(files, number, month="2026-03", **known):
    findings = check(files, month, Known(**known)).findings
    return [finding for finding in findings if finding.dfe_rule == number]


def test_a_row_of_a_list_is_told_with_file_row_column_and_number():
    [finding] = told([csv("2025.csv", EPISODES, *GAP)], "388")
    assert (finding.file, finding.row, finding.column, finding.severity) == ("2025.csv", 2, "REC", "query")
    assert finding.message == (
        "REC, row 2: X1 on 04/07/2025, yet the next episode begins on 06/07/2025. Correct the reason, or the dates of "
        "the episodes."
    )
    assert (finding.rule, finding.subject) == ("episodes.rec.next_episode", "A, 01/06/2025")
    assert finding.to_json()["dfe_rule"] == "388"


def test_what_is_asked_of_a_list_is_not_asked_again_of_what_is_made_of_it():
    assert [finding.rule for finding in told([csv("e.csv", EPISODES, *GAP)], "434")] == [
        "episodes.rne.legal_status_only"
    ]


def test_an_extract_in_our_own_layout_is_asked_under_its_own_names():
    declared = all_extracts()["looked_after_children"]
    rows = [
        {"child_id": "A", "start_date": "2026-06-01", "end_date": "2026-07-04", "reason_ended": "X1"},
        {"child_id": "A", "start_date": "2026-07-06", "reason_started": "L"},
    ]
    files = [("care.csv", as_csv(example_texts(declared, rows)))]
    [finding] = told(files, "388", "2026-10")
    assert (finding.file, finding.row, finding.column) == ("care.csv", 2, "reason_ended")
    assert finding.rule == "looked_after_children.reason_ended.next_episode"
    assert [finding.rule for finding in told(files, "434", "2026-10")] == [
        "looked_after_children.reason_started.legal_status_only"
    ], "the rule between extracts that has the number is asked, and no other"
    assert not told(files, "526", "2026-10"), "a column that is blank throughout was not asked for"


def test_what_is_said_of_a_year_is_not_said_of_several():
    late = "A,01/06/2026,S,C2,N1,U6,PR1,,,,,,SC012345,E08000025"
    assert told([csv("e.csv", EPISODES, late)], "354")
    earlier = "B,01/06/2024,S,C2,N1,U6,PR1,,,,,,SC012345,E08000025"
    assert not told([csv("e2026.csv", EPISODES, late), csv("e2024.csv", EPISODES, earlier)], "354")


def test_a_placement_is_in_our_own_area_only_where_it_is_known_whose_return_it_is():
    own = "A,01/06/2025,S,C2,N1,K2,PR1,,,,,,SC012345,E08000025"
    assert told([csv("e.csv", EPISODES, own)], "1015", authority="E09000005")
    assert not told([csv("e.csv", EPISODES, own)], "1015", authority="E08000025")
    assert not told([csv("e.csv", EPISODES, own)], "1015")


def test_an_extract_stands_for_the_list_whose_columns_it_copies():
    assert {extract: as_list.name for extract, as_list in extracts_as_lists("ssda903").items()} == {
        "care_leavers": "oc3",
        "children": "header",
        "lac_reviews": "reviews",
        "liberty_orders": "dolo",
        "looked_after_children": "episodes",
        "missing_episodes": "missing",
        "social_worker_episodes": "sw_episodes",
    }


def test_a_row_is_not_asked_for_a_column_that_its_own_year_lacks():
    this_year = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA,M,01/05/2012,WBRI,UN2,,"
    row = "B,F,01/05/2008,WBRI,UN2,10/03/2025"
    last_year = csv("header 2024-25.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MC_DOB", row)
    assert not told([csv("header 2025-26.csv", this_year), last_year], "612")
    held = csv("header 2024-25.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MC_DOB,MOTHER", f"{row},")
    assert [finding.file for finding in told([csv("header 2025-26.csv", this_year), held], "612")] == [held[0]]
