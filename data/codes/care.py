"""Being looked after: episodes, orders, reviews, going missing."""

from data.codes.code_set import CodeSet

REASON_EPISODE_STARTED = CodeSet(
    "reason for a new episode",
    {
        "S": "Started to be looked after",
        "P": "Change of placement and carer",
        "L": "Change of legal status only",
        "T": "Change of placement, same carer",
        "U": "Change of legal status and placement, same carer",
        "B": "Change of legal status, placement and carer",
    },
)

REASON_EPISODE_ENDED = CodeSet(
    "reason an episode ended",
    {
        "X1": "The next episode begins; still looked after",
        "E11": "Adopted, application unopposed",
        "E12": "Adopted, consent dispensed with",
        "E2": "Died",
        "E3": "Care taken over by another authority",
        "E4A": "Returned home, planned",
        "E4B": "Returned home, unplanned",
        "E13": "Left care to live with family with no parental responsibility",
        "E41": "Child arrangements order",
        "E45": "Special guardianship: relative or friend who fostered",
        "E46": "Special guardianship: other foster carer",
        "E47": "Special guardianship: relative or friend",
        "E48": "Special guardianship: other",
        "E5": "Moved to independent living, supported",
        "E6": "Moved to independent living, unsupported",
        "E7": "Transferred to adult social services",
        "E8": "Period of care ceased for another reason",
        "E9": "Sentenced to custody",
        "E14": "Accommodation on remand ended",
        "E15": "Age assessment: aged 18 or over",
        "E16": "Child moved abroad",
        "E17": "Aged 18 and remained with current carers",
    },
)

LEGAL_STATUS = CodeSet(
    "legal status",
    {
        "C1": "Interim care order",
        "C2": "Full care order",
        "D1": "Freeing order",
        "E1": "Placement order",
        "V2": "Section 20, single period",
        "V3": "Short breaks, series agreed",
        "V4": "Short breaks, single",
        "L1": "Police protection",
        "L2": "Emergency protection order",
        "L3": "Child assessment order",
        "J1": "On remand",
        "J2": "Detained under PACE",
        "J3": "Youth rehabilitation order",
    },
)

CATEGORY_OF_NEED = CodeSet(
    "category of need",
    {
        "N1": "Abuse or neglect",
        "N2": "Child's disability",
        "N3": "Parental illness or disability",
        "N4": "Family in acute stress",
        "N5": "Family dysfunction",
        "N6": "Socially unacceptable behaviour",
        "N7": "Low income",
        "N8": "Absent parenting",
    },
)

PERMANENCE_PLAN = CodeSet(
    "permanence plan",
    {
        "HOME": "Return to family",
        "ADOPTION": "Adoption",
        "ORDER": "Special guardianship or child arrangements order",
        "SUPPORTED": "Supported living in the community",
        "RESIDENTIAL": "Long-term residential placement",
        "FOSTER": "Long-term fostering",
        "OTHER": "Other plan",
        "NONE": "No permanence plan yet",
    },
    {
        "RETURN TO FAMILY": "HOME",
        "SGO/CAO": "ORDER",
        "SUPPORTED LIVING IN THE COMMUNITY": "SUPPORTED",
        "LONG-TERM RESIDENTIAL PLACEMENT": "RESIDENTIAL",
        "LONG-TERM FOSTERING": "FOSTER",
    },
)

REVIEW_PARTICIPATION = CodeSet(
    "participation in a review",
    {
        "PN0": "Under 4 at the time of the review",
        "PN1": "Attended and spoke for themselves",
        "PN2": "Attended, an advocate spoke",
        "PN3": "Attended and conveyed views without words",
        "PN4": "Attended and conveyed no views",
        "PN5": "Did not attend, an advocate was briefed to speak",
        "PN6": "Did not attend, views conveyed in another way",
        "PN7": "Did not attend and conveyed no views",
    },
)

MISSING_OR_ABSENT = CodeSet(
    "missing or absent",
    {"M": "Missing from care", "A": "Away from placement without authorisation"},
    {"MISSING": "M", "ABSENT": "A", "AWAY": "A"},
)
