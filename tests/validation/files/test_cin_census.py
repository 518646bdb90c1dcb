"""The census of children in need as the XML that goes to DfE: what is made of it, and what is said of another one."""

from pathlib import Path

import pandas
import pytest

from tests.census import case, census, child
from tests.every_case import every
from tests.validation.files.test_returns import checked, header, made, rows, said
from validation.check import Known

REAL = Path(__file__).parents[4] / "shared/sources/cin"
DAY = pandas.Timestamp
PLAN = {
    "CPPstartDate": "2025-06-02",
    "InitialCategoryOfAbuse": "NEG",
    "LatestCategoryOfAbuse": "EMO",
    "NumberOfPreviousCPP": "1",
    "Reviews": [{"CPPreviewDate": "2025-08-20"}, {"CPPreviewDate": "2026-01-28"}],
}
ENQUIRY = {
    "S47ActualStartDate": "2025-05-12",
    "InitialCPCtarget": "2025-06-03",
    "DateOfInitialCPC": "2025-06-02",
    "ICPCnotRequired": "false",
}
ASSESSED = {
    "AssessmentActualStartDate": "2025-04-14",
    "AssessmentAuthorisationDate": "2025-05-09",
    "FactorsIdentifiedAtAssessment": {"AssessmentFactors": ["3B", "16A"]},
}
IN_NEED = {"CINPlanStartDate": "2025-05-12", "CINPlanEndDate": "2025-06-02"}
ADA = child(
    "A1",
    case("2025-04-14", Assessments=ASSESSED, CINPlanDates=IN_NEED, Section47=ENQUIRY, ChildProtectionPlans=PLAN),
)
BEN = child("B2", case("2025-11-03", ReferralNFA="1", PrimaryNeedCode=""), Sex="1")
CAL = child("C3", case("2025-11-03"))
MODULE_5 = {
    "PPStartDate": "2026-05-11",
    "LBPSentDate": "2026-05-20",
    "FGDMMeetingOffer": "1",
    "FGDMMeetingFac": "true",
    "InitialPPMeetingDate": "2026-06-08",
    "ReviewMeetingsCount": "2",
    "StepDecisionDate": "2026-08-14",
    "PPOutcome": "A",
    "CourtAppDate": "2026-08-28",
}


def blocks(result):
    return [one.message for one in result.findings if one.severity == "block"]


def test_every_extract_is_made_that_the_census_tells_of():
    result = checked(("any name.dat", census(ADA, BEN)))
    assert blocks(result) == []
    assert rows(made(result, "children"), "child_id", "sex", "disability") == [("A1", "F", "NONE"), ("B2", "M", "NONE")]
    assert rows(made(result, "referrals"), "referral_date", "no_further_action", "primary_need") == [
        (DAY("2025-04-14"), "N", "N1"),
        (DAY("2025-11-03"), "Y", None),
    ]
    [referral, _] = made(result, "referrals").table["referral_id"]
    assert rows(made(result, "assessments"), "referral_id", "factors") == [(referral, "3B,16A")]
    assert rows(made(result, "cin_plans"), "referral_id", "end_date") == [(referral, DAY("2025-06-02"))]
    assert rows(made(result, "section_47_enquiries"), "conference_date", "plan_made", "transfer_in") == [
        (DAY("2025-06-02"), "Y", None)
    ]
    plans = made(result, "child_protection_plans")
    assert rows(plans, "category", "previous_plans", "last_review") == [("EMO", 1, DAY("2026-01-28"))]
    assert made(result, "cp_reviews").table["plan_id"].tolist() == plans.table["plan_id"].tolist() * 2
    assert all("team" not in file.fed_by for file in result.files), "the census has none"
    [loses] = [one for one in said(result, "made_of_a_return") if one.extract == "child_protection_plans"]
    assert "teams and workers are not in the census" in loses.message and "whole from 01/04/2025" in loses.message


def test_module_5_makes_pre_proceedings():
    ada = child("A1", case("2026-04-14", PreProceedingsandFGDM=[MODULE_5]))
    result = checked(("cin.xml", census(ada, ends="2027-03-31")), month="2026-10")
    columns = ("start_date", "meeting_offered", "meeting_held", "review_meetings", "outcome", "application_date")
    assert rows(made(result, "pre_proceedings"), *columns) == [(DAY("2026-05-11"), "Y", "Y", 2, "A", DAY("2026-08-28"))]
    without = checked(("cin.xml", census(ADA, BEN)))
    assert "pre_proceedings" not in {file.extract for file in without.files}, "left out is not none"


def test_a_conference_that_no_enquiry_led_to_is_of_a_child_who_moved_here():
    moved = child("C3", case("2025-07-01", DateOfInitialCPC="2025-07-10", ChildProtectionPlans=[]))
    result = checked(("cin.xml", census(ADA, moved)))
    assert sorted(rows(made(result, "section_47_enquiries"), "start_date", "transfer_in", "plan_made")) == [
        (DAY("2025-05-12"), None, "Y"),
        (DAY("2025-07-10"), "Y", "N"),
    ]


def test_two_things_of_one_day_stay_two():
    twice = child("D4", case("2025-04-14", Section47=[ENQUIRY, {"S47ActualStartDate": "2025-05-12"}]))
    result = checked(("cin.xml", census(ADA, twice)))
    assert blocks(result) == []
    assert made(result, "section_47_enquiries").table["enquiry_id"].is_unique


def test_an_unborn_child_has_the_day_that_was_expected():
    unborn = child("E5", case("2026-03-02"), PersonBirthDate="", ExpectedPersonBirthDate="2026-06-01", Sex="U")
    result = checked(("cin.xml", census(ADA, unborn)))
    assert rows(made(result, "children"), "date_of_birth", "sex")[1] == (DAY("2026-06-01"), "U")


def test_several_years_are_taken_together():
    later = child("A1", case("2025-04-14", CINclosureDate="2026-05-05", ReasonForClosure="RC7"))
    files = (("one.xml", census(ADA, BEN)), ("two.xml", census(later, ends="2027-03-31")))
    result = checked(*files, month="2026-10")
    referrals = rows(made(result, "referrals"), "child_id", "close_date")
    assert sorted(referrals, key=str) == [("A1", DAY("2026-05-05")), ("B2", None)], "what led to nothing never was open"
    assert not [one for one in said(result, "left_open") if one.sheet == "CINdetails"]
    [open_before] = said(checked(*files[1:], ("one.xml", census(ADA, CAL)), month="2026-10"), "cin_details.left_open")
    assert (open_before.file, open_before.row) == ("one.xml", 3), "open, and not in the later year: it is asked about"
    assert len(made(result, "assessments").table) == 1
    [loses] = [one for one in said(result, "made_of_a_return") if one.extract == "referrals"]
    assert "whole from 01/04/2025" in loses.message


def test_what_is_not_kept_is_in_no_table():
    personal = child("A1", case("2025-04-14"), UPN="X98765432123B", FormerUPN="A123456789123", Name="Femi Okafor")
    result = checked(("cin.xml", census(personal)))
    kept = " ".join(file.table.to_csv() for file in result.files if file.table is not None)
    assert not any(text in kept for text in ("X98765432123B", "A123456789123", "Femi", "UN1"))


def test_another_authority_and_another_year_are_said():
    ours = Known(authority="E09000005", other_codes=("304",))
    assert blocks(checked(("cin.xml", census(ADA)), known=ours)) == []
    another = checked(("cin.xml", census(ADA, lea="201")), known=ours)
    assert "are for 201 (not E09000005)" in " ".join(blocks(another)) or "is for 201" in " ".join(blocks(another))
    assert another.decision == "block"
    [year, *_] = said(checked(("cin.xml", census(ADA, BEN)), month="2026-10"), "of_another_year")
    assert "says 2025/26, and October 2026 is in 2026/27" in year.message and year.severity == "query"


@every("contents", [census(ADA)[:-40], census(ADA, of="SWF"), b"<Message><Header/><Children/></Message>"])
def test_what_is_no_whole_census_is_refused_beside_others(contents):
    result = checked(header("Ada"), ("cin.xml", contents))
    [refused] = [file for file in result.files if file.refused]
    assert refused.file == "cin.xml" and refused.findings[0].rule == "file.not_readable"


@pytest.mark.skipif(not REAL.is_dir(), reason="the samples are not at hand")
def test_samples_as_they_are_made_elsewhere_are_read():
    for path in REAL.glob("*.xml"):
        result = checked((path.name, path.read_bytes()), month="2024-03")
        assert len(made(result, "children").table) == 1 and len(said(result, "child_id.longest")) >= 1
        assert made(result, "children").table["sex"].tolist() == ["M"]
