"""Files of a return are checked by the same rules; lists of another year wait, and what is whole is told."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from tests.census import case, census, child
from validation.return_check.given_files import check_of_files

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,PL_LA"
GAP = (
    "A,01/05/2026,S,C2,N1,U6,PR1,04/06/2026,X1,PLAN,,,SC012345,E08000025",
    "A,06/06/2026,L,C2,N1,U6,PR1,,,,,,SC012345,E08000025",
)
REVIEWS = ("CHILD,DOB,REVIEW,REVIEW_CODE", "A,01/02/2015,03/05/2027,PN1")


def csv(name, *lines):
    return name, "\n".join(lines).encode()


def checked(*files, collection="ssda903", year="2026/27", reader=LOCAL):
    return check_of_files(reader, files, collection, year, "E09000005")


def test_a_list_from_next_year_waits_and_what_is_whole_is_checked():
    check = checked(csv("episodes.csv", EPISODES, *GAP), csv("reviews 2027-28.csv", *REVIEWS))
    [row] = [row for row in check.rows if row.number == "388"]
    assert (row.extract, row.column, row.subject) == ("episodes.csv", "REC", "row 2 (A, 01/05/2026)")
    assert check.waiting == (
        "reviews 2027-28.csv: this list is of 2027/28, and the return of 2026/27 is checked, so that it was set aside "
        "and waits. Choose the list of 2026/27, or check the return of 2027/28.",
    )
    assert "Header is not among the files" in check.cannot and "388" in check.judged


def test_a_list_of_the_year_before_stands_beside_one_of_the_year_and_is_no_return_by_itself():
    before = csv("episodes 2025-26.csv", EPISODES, *(line.replace("2026", "2025") for line in GAP))
    assert not checked(csv("episodes.csv", EPISODES, *GAP), before).waiting
    with pytest.raises(Mendable, match=r"Nothing of the SSDA903 return 2026/27 could be checked\. .*is of 2025/26"):
        checked(before)


def test_a_census_is_checked_by_its_own_numbers():
    late = child("A1", case("2026-05-14", ReferralNFA="false", CINclosureDate="2026-05-13"))
    check = checked(("cin.xml", census(late, ends="2027-03-31")), collection="cin")
    assert {row.number for row in check.rows} and all(row.number in check.judged for row in check.rows)
    with pytest.raises(Mendable, match=r"cin\.xml, sheet Child: this list is of 2025/26"):
        checked(("cin.xml", census(late)), collection="cin")


def test_what_is_no_return_is_said_in_a_sentence():
    with pytest.raises(Mendable, match=r"Nothing of the CIN census 2026/27 could be checked\. "):
        checked(csv("a.csv", "what", "1"), collection="cin")
    with pytest.raises(Mendable, match=r"None of the files is a list of it: episodes\.csv"):
        checked(csv("episodes.csv", EPISODES, *GAP), collection="cin")
    with pytest.raises(Mendable, match="may not check, publish"):
        checked(csv("episodes.csv", EPISODES, *GAP), reader=Reader("m", ("member",), ("*",), ("*",)))
