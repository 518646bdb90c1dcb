"""The census of children in need (CIN), as the XML that goes to DfE: a list for each of its modules.

Those of 2023/24 to 2026/27 are read. Each list has the columns that DfE names its elements, after those that say whose
row it is. A census tells of its year, from 1 April on; several years of it may be given at once. It has neither teams
nor workers.
"""

from data.codes import (
    CATEGORY_OF_ABUSE,
    ETHNICITY,
    PRE_PROCEEDINGS_OUTCOME,
    PRIMARY_NEED,
    REASON_CASE_CLOSED,
    REFERRAL_SOURCE,
    SEX_IN_CENSUS,
    YES_NO,
)
from data.returns.cin.census_answers import ANSWERS
from data.returns.declaration import Listing, Return
from data.returns.list_columns import Amount, Answer, Day, Reference, Words

CHILD = {"child": Reference(("LAchildID",))}
CASE = {**CHILD, "case_number": Words(("CINdetailsID",)), "referral": Day(("CINreferralDate",), happens=False)}

RETURN = Return(
    title="CIN census",
    precedence=3,
    years=True,
    answers=ANSWERS,
    lists={
        "children": Listing(
            title="Child",
            columns={
                **CHILD,
                "upn": Reference(("UPN",)),
                "former_upn": Reference(("FormerUPN",)),
                "upn_unknown": Words(("UPNunknown",)),
                "birth": Day(("PersonBirthDate",), happens=False),
                "expected": Day(("ExpectedPersonBirthDate",), happens=False),
                "sex": Answer(("Sex", "GenderCurrent"), SEX_IN_CENSUS),
                "death": Day(("PersonDeathDate",), happens=False),
                "ethnicity": Answer(("Ethnicity",), ETHNICITY),
                "disabilities": Words(("Disability", "Disabilities")),
            },
            known_by=("child", "birth", "upn_unknown", "ethnicity"),
            key=("child",),
        ),
        "cin_details": Listing(
            title="CINdetails",
            columns={
                **CASE,
                "source": Answer(("ReferralSource",), REFERRAL_SOURCE),
                "need": Answer(("PrimaryNeedCode",), PRIMARY_NEED),
                "closure": Day(("CINclosureDate",)),
                "reason": Answer(("ReasonForClosure",), REASON_CASE_CLOSED),
                "conference": Day(("DateOfInitialCPC",)),
                "nfa": Answer(("ReferralNFA",), YES_NO),
            },
            known_by=("child", "case_number", "source", "nfa"),
            key=("child", "referral"),
            open_until="closure",
            over_where={"nfa": "Y"},
        ),
        "assessments": Listing(
            title="Assessments",
            columns={
                **CASE,
                "start": Day(("AssessmentActualStartDate",)),
                "internal_review": Day(("AssessmentInternalReviewDate",), happens=False),
                "authorised": Day(("AssessmentAuthorisationDate",)),
                "factors": Words(("AssessmentFactors",)),
            },
            known_by=("child", "case_number", "start", "authorised"),
            key=("child", "start"),
            open_until="authorised",
        ),
        "cin_plan_dates": Listing(
            title="CINplanDates",
            columns={**CASE, "start": Day(("CINPlanStartDate",)), "end": Day(("CINPlanEndDate",))},
            known_by=("child", "case_number", "start", "end"),
            key=("child", "start"),
            open_until="end",
        ),
        "section_47": Listing(
            title="Section47",
            columns={
                **CASE,
                "start": Day(("S47ActualStartDate",)),
                "target": Day(("InitialCPCtarget",), happens=False),
                "conference": Day(("DateOfInitialCPC",)),
                "not_required": Answer(("ICPCnotRequired",), YES_NO),
            },
            known_by=("child", "case_number", "start", "not_required"),
            key=("child", "start"),
            over_where={"not_required": "Y"},
        ),
        "child_protection_plans": Listing(
            title="ChildProtectionPlans",
            columns={
                **CASE,
                "plan_number": Words(("CPPID",)),
                "start": Day(("CPPstartDate",)),
                "end": Day(("CPPendDate",)),
                "initial_category": Answer(("InitialCategoryOfAbuse",), CATEGORY_OF_ABUSE),
                "category": Answer(("LatestCategoryOfAbuse",), CATEGORY_OF_ABUSE),
                "previous": Amount(("NumberOfPreviousCPP",)),
            },
            known_by=("child", "case_number", "start", "previous"),
            key=("child", "start"),
            open_until="end",
        ),
        "reviews": Listing(
            title="Reviews",
            columns={
                **CASE,
                "plan_number": Words(("CPPID",)),
                "plan_start": Day(("CPPstartDate",), happens=False),
                "held": Day(("CPPreviewDate",)),
            },
            known_by=("child", "case_number", "held"),
            key=("child", "plan_start", "held"),
        ),
        "pre_proceedings": Listing(
            title="PreProceedings",
            columns={
                **CASE,
                "start": Day(("PPStartDate",)),
                "letter": Day(("LBPSentDate",)),
                "offered": Answer(("FGDMMeetingOffer",), YES_NO),
                "facilitated": Answer(("FGDMMeetingFac",), YES_NO),
                "first_meeting": Day(("InitialPPMeetingDate",)),
                "review_meetings": Amount(("ReviewMeetingsCount",)),
                "decision": Day(("StepDecisionDate",)),
                "outcome": Answer(("PPOutcome",), PRE_PROCEEDINGS_OUTCOME),
                "application": Day(("CourtAppDate",)),
                "letter_to_court": Day(("LetterInitCPDate",)),
            },
            known_by=("child", "case_number", "start", "outcome"),
            key=("child", "start"),
            open_until="decision",
        ),
    },
)
