"""Ofsted's Annex A: the child-level lists that every authority keeps ready for an inspection, as one workbook.

Each list tells what was latest on the day it was made, so there is no history in it: keep every month's.
"""

from data.codes import (
    ACCOMMODATION_TYPE,
    ACTIVITY,
    CARE_LEAVER_ELIGIBILITY,
    CASE_STATUS,
    CATEGORY_OF_ABUSE,
    CATEGORY_OF_NEED,
    ETHNICITY,
    IN_TOUCH,
    LEGAL_STATUS,
    PERMANENCE_PLAN,
    PLACEMENT,
    PLACEMENT_LOCATION,
    PLACEMENT_PROVIDER,
    PRIMARY_NEED,
    REASON_ADOPTER_LEFT,
    REASON_CASE_CLOSED,
    REASON_EPISODE_ENDED,
    REASON_REVERSED,
    REFERRAL_SOURCE,
    SEX,
    SUITABILITY,
    YES_NO,
)
from data.returns.annex_a.answers import ANSWERS
from data.returns.declaration import Listing, Return
from data.returns.list_columns import Amount, Answer, Authority, Day, Reference, Words

CHILD = {
    "child": Reference(("Child Unique ID",)),
    "sex": Answer(("Gender", "Sex"), SEX),
    "ethnicity": Answer(("Ethnicity",), ETHNICITY),
    "dob": Day(("Date of Birth",), happens=False),
    "age": Amount(("Age of Child (Years)", "Age")),
}
DISABILITY = {"disability": Answer(("Does the Child have a Disability",), YES_NO)}
HELD_BY = {"team": Words(("Allocated Team",)), "worker": Reference(("Allocated Worker",))}

RETURN = Return(
    title="Ofsted Annex A",
    precedence=4,
    answers=ANSWERS,
    lists={
        "list_1": Listing(
            title="List 1, contacts",
            columns={
                **CHILD,
                "contact": Day(("Date of Contact",)),
                "source": Answer(("Contact Source",), REFERRAL_SOURCE),
            },
            known_by=("child", "contact", "source"),
        ),
        "list_2": Listing(
            title="List 2, early help assessments",
            columns={
                **CHILD,
                "start": Day(("Assessment start date",)),
                "completion": Day(("Assessment completion date",)),
                "organisation": Words(("Organisation completing assessment",)),
            },
            known_by=("child", "start", "completion", "organisation"),
        ),
        "list_3": Listing(
            title="List 3, referrals",
            columns={
                **CHILD,
                "referral": Day(("Date of referral",)),
                "source": Answer(("Referral Source",), REFERRAL_SOURCE),
                "nfa": Answer(("Referral NFA?",), YES_NO),
                "in_12_months": Amount(("Number of Referrals in Last 12 Months",)),
                **HELD_BY,
            },
            known_by=("child", "referral", "source", "nfa"),
        ),
        "list_4": Listing(
            title="List 4, assessments",
            columns={
                **CHILD,
                **DISABILITY,
                "start": Day(("Continuous Assessment Start Date",)),
                "seen": Answer(("Child Seen During Continuous Assessment",), YES_NO),
                "authorised": Day(("Continuous Assessment Date of Authorisation",)),
                "support": Answer(("Was the child assessed as requiring LA children's social care support?",), YES_NO),
                **HELD_BY,
            },
            known_by=("child", "start", "seen", "authorised"),
        ),
        "list_5": Listing(
            title="List 5, section 47 enquiries and initial conferences",
            columns={
                **CHILD,
                **DISABILITY,
                "start": Day(("Strategy discussion initiating Section 47 Enquiry Start Date",)),
                "unnecessary": Answer(("Was an Initial Child Protection Conference deemed unnecessary?",), YES_NO),
                "conference": Day(("Date of Initial Child Protection Conference",)),
                "plan": Answer(
                    (
                        "Did the Initial Child Protection Conference Result in a Child Protection Plan",
                        "Did the ICPC Result in a Child Protection Plan",
                    ),
                    YES_NO,
                ),
                "enquiries": Amount(("Number of Section 47 Enquiries in the last 12 months",)),
                "conferences": Amount(
                    (
                        "Number of ICPCs in the last 12 months",
                        "Number of Initial Child Protection Conferences in the last 12 months",
                    )
                ),
                **HELD_BY,
            },
            known_by=("child", "start", "unnecessary", "conference"),
        ),
        "list_6": Listing(
            title="List 6, children in need",
            columns={
                **CHILD,
                **DISABILITY,
                "start": Day(("CIN Start Date",)),
                "need": Answer(("Primary Need Code",), PRIMARY_NEED),
                "seen": Day(("Date Child Was Last Seen",)),
                "closure": Day(("CIN Closure Date",)),
                "reason": Answer(("Reason for Closure",), REASON_CASE_CLOSED),
                "status": Answer(("Case Status",), CASE_STATUS),
                **HELD_BY,
            },
            known_by=("child", "start", "need", "status"),
        ),
        "list_7": Listing(
            title="List 7, child protection",
            columns={
                **CHILD,
                **DISABILITY,
                "start": Day(("Child Protection Plan Start Date",)),
                "initial_category": Answer(("Initial Category of Abuse",), CATEGORY_OF_ABUSE),
                "category": Answer(("Latest Category of Abuse",), CATEGORY_OF_ABUSE),
                "visit": Day(("Date of the Last Statutory Visit",)),
                "alone": Answer(("Was the Child Seen Alone?",), YES_NO),
                "review": Day(("Date of latest review conference",)),
                "end": Day(("Child Protection Plan End Date",)),
                "emergency": Answer(
                    (
                        "Subject to Emergency Protection Order or Protected Under Police Powers "
                        "in Last Six Months (Y/N)",
                    ),
                    YES_NO,
                ),
                "previous": Amount(("Number of Previous Child Protection Plans",)),
                **HELD_BY,
            },
            known_by=("child", "start", "initial_category", "category", "previous"),
        ),
        "list_8": Listing(
            title="List 8, children in care",
            columns={
                **CHILD,
                "uasc": Answer(
                    (
                        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
                        "UASC within the Last 12 Months (Y/N)",
                    ),
                    YES_NO,
                ),
                **DISABILITY,
                "started": Day(("Date Started to be Looked After",)),
                "need": Answer(("Child's Category of Need",), CATEGORY_OF_NEED),
                "again": Answer(
                    (
                        "Is this a second or subsequent period of being a Looked After Child within the last 12 months "
                        "(Y/N)",
                    ),
                    YES_NO,
                ),
                "status_start": Day(("Start date of current legal status",)),
                "status": Answer(("Child's Legal Status",), LEGAL_STATUS),
                "review": Day(("Date of Latest Statutory Review",)),
                "visit": Day(("Date of Last Social Work Visit",)),
                "permanence_plan": Answer(("What is the permanence plan for this child?",), PERMANENCE_PLAN),
                "iro": Day(("Date of Last IRO Visit / Contact to the Child", "Date of Last IRO Visit / Contact")),
                "health": Day(("Date of Last Health Assessment",)),
                "dental": Day(("Date of Last Dental Check",)),
                "placements": Amount(("Number of Placements in the Last 12 months",)),
                "ceased": Day(("Date Ceased to be Looked After", "Date Ceased")),
                "reason_ceased": Answer(("Reason Ceased to be Looked After", "Reason Ceased"), REASON_EPISODE_ENDED),
                "placement_start": Day(("Start Date of Most Recent Placement",)),
                "placement": Answer(("Placement Type",), PLACEMENT),
                "provider": Answer(("Placement Provider",), PLACEMENT_PROVIDER),
                "postcode": Words(("Placement postcode",)),
                "urn": Reference(("URN of Placement",)),
                "location": Answer(("Placement Location",), PLACEMENT_LOCATION),
                "authority": Authority(("LA of Placement",)),
                "missing": Amount(
                    (
                        "Number of Episodes the Child has been Missing from their Placement in the last 12 months",
                        "Number of Episodes Missing",
                    )
                ),
                "absent": Amount(
                    (
                        "Number of Episodes the Child has been Absent from their Placement in the last 12 months",
                        "Number of Episodes Absent",
                    )
                ),
                "offered": Answer(
                    (
                        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
                        "Return Interview offered?",
                    ),
                    YES_NO,
                ),
                "accepted": Answer(
                    (
                        "Did the child accept a Return Interview after their last missing episode (Y/N)?",
                        "Return Interview accepted?",
                    ),
                    YES_NO,
                ),
                **HELD_BY,
            },
            known_by=("child", "started", "status_start", "status", "placement"),
        ),
        "list_9": Listing(
            title="List 9, leaving care",
            columns={
                **CHILD,
                **DISABILITY,
                **HELD_BY,
                "uasc": Answer(
                    (
                        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
                        "UASC, or formerly UASC if 18 or over (Y/N)",
                        "Unaccompanied Asylum Seeking Child (UASC)",
                    ),
                    YES_NO,
                ),
                "adviser": Words(("Allocated Personal Advisor", "Allocated Personal Adviser", "Personal Adviser")),
                "eligibility": Answer(("Eligibility Category",), CARE_LEAVER_ELIGIBILITY),
                "in_touch": Answer(("LA in Touch",), IN_TOUCH),
                "accommodation": Answer(("Type of Accommodation",), ACCOMMODATION_TYPE),
                "suitability": Answer(("Suitability of Accommodation",), SUITABILITY),
                "activity": Answer(("Activity Status",), ACTIVITY),
                "pathway_review": Day(
                    (
                        "Latest Pathway Plan Review Date",
                        "Pathway Plan Review Date",
                        "Date of Latest Pathway Plan Review",
                        "Date of Latest Pathway Plan",
                    )
                ),
                "contact": Day(("Latest Date of Contact", "Date of Latest Contact", "Date of Last Contact")),
            },
            known_by=("child", "eligibility", "in_touch", "activity"),
        ),
        "list_10": Listing(
            title="List 10, adoption: children",
            columns={
                **CHILD,
                "family": Reference(("Family identifier",)),
                **DISABILITY,
                "entered": Day(("Date the Child Entered Care",)),
                "decision": Day(("Date of Decision that Child Should be Placed for Adoption",)),
                "placement_order": Day(("Date of Placement Order",)),
                "matched": Day(("Date of Matching Child and Prospective Adopters", "Date of Matching")),
                "placed": Day(("Date Placed for Adoption", "Date Placed")),
                "order": Day(("Date of Adoption Order",)),
                "reversed": Day(("Date of Decision that Child Should No Longer be Placed for Adoption",)),
                "reason": Answer(("Reason Why Child No Longer Placed for Adoption",), REASON_REVERSED),
                "fostered": Day(
                    (
                        "Date the child was placed for fostering in FFA or concurrent planning placement",
                        "Date placed FFA/concurrent",
                    )
                ),
            },
            known_by=("child", "entered", "decision"),
        ),
        "list_11": Listing(
            title="List 11, adoption: prospective adopters",
            columns={
                "adopter": Reference(("Individual adopter identifier",)),
                "family": Reference(("Family identifier",)),
                "sex": Answer(("Gender", "Sex"), SEX),
                "ethnicity": Answer(("Ethnicity",), ETHNICITY),
                "disability": Answer(("Disability", "Does the adopter have a Disability"), YES_NO),
                "fostering": Answer(
                    ("Is the (prospective) adopter fostering for adoption?", "Fostering for adoption?"), YES_NO
                ),
                "enquiry": Day(("Date enquiry received",)),
                "stage_1_start": Day(("Date Stage 1 started",)),
                "stage_1_end": Day(("Date Stage 1 ended",)),
                "stage_2_start": Day(("Date Stage 2 started",)),
                "stage_2_end": Day(("Date Stage 2 ended",)),
                "applied": Day(("Date application submitted",)),
                "approved": Day(("Date application approved",)),
                "matched": Day(("Date adopter matched with child(ren)",)),
                "placed": Day(("Date child/children placed with adopter(s)",)),
                "children": Amount(("No. of children placed",)),
                "order": Day(("Date of Adoption Order",)),
                "left": Day(("Date of leaving adoption process",)),
                "reason": Answer(("Reason for leaving adoption process",), REASON_ADOPTER_LEFT),
            },
            known_by=("adopter", "enquiry"),
        ),
    },
)
