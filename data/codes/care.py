"""Being looked after: episodes, orders, reviews, going missing."""

from data.codes.code_set import CodeSet, in_letters

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
        "E43": "Special guardianship: former foster carer",
        "E44": "Special guardianship: not a former foster carer",
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
    wordings={
        "X1": ("Episode ceases, and new episode begins on same day, or next day, for any reason",),
        "E11": ("Adopted - application unopposed", "Adopted - application for an adoption order unopposed"),
        "E12": (
            "Adopted - consent dispensed",
            "Adopted - consent dispensed with",
            "Adopted - consent dispensed with by the court",
        ),
        "E3": ("Care taken by another LA", "Care taken over by another LA in the UK"),
        "E4A": ("Returned home to live with parents or relatives - part of planning",),
        "E4B": ("Returned home to live with parents or relatives - not part of planning",),
        "E13": ("Parents, relatives or other with no parental responsibility",),
        "E41": ("Residence order granted", "Residence order or child arrangements order granted"),
        "E45": ("Special Guardianship Orders - former carer relative/friend",),
        "E46": ("Special Guardianship Orders - former carer other",),
        "E47": ("Special Guardianship Orders - relative/friend",),
        "E48": ("Special Guardianship Orders - other",),
        "E5": ("Moved into independent living - supported",),
        "E6": ("Moved into independent living - no support",),
        "E7": ("Transferred to residential care funded by adult social services",),
        "E8": ("Care ceased for any other reason", "Period of being looked after ceased for any other reason"),
        "E15": ("Age assessment determined child was 18 or over", "Age assessment determined child is aged 18 or over"),
        "E17": ("Aged 18+ and remained with current carers", "Aged 18 (or over) and remained with current carers"),
    },
    until=dict.fromkeys(("E43", "E44"), "2016/17"),
    letters=in_letters(
        *("E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E45", "E46", "E47", "E48"),
        *("E5", "E6", "E7", "E9", "E14", "E15", "E16", "E8", "X1", "E17"),
    ),
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
    wordings={
        "C1": ("ICO",),
        "C2": ("FCO", "Care order"),
        "D1": ("Freeing order granted",),
        "E1": ("Placement order granted", "PO"),
        "V2": ("Single period under S20", "Single period of accommodation under section 20", "Section 20", "S20"),
        "V3": ("Short term breaks, episodes recorded",),
        "V4": ("Short term breaks, agreements recorded",),
        "L1": ("Police protection LA accommodation", "Under police protection and in LA accommodation"),
        "L2": ("EPO", "Emergency protection order (EPO)"),
        "L3": ("Child assessment order LA accommodation",),
        "J1": ("Remanded to LA or youth detention", "Remanded to LA accommodation or to youth detention accommodation"),
        "J2": ("LA accommodation under PACE",),
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
    wordings={
        "N2": ("Child's disability or illness", "Disability"),
        "N3": ("Parental disability or illness", "Parent's disability or illness"),
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
    wordings={"ORDER": ("SGO/CAO",)},
    letters=in_letters("HOME", "ADOPTION", "ORDER", "SUPPORTED", "RESIDENTIAL", "FOSTER", "OTHER"),
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

REVIEWING_CONTACT = CodeSet(
    "work of a reviewing officer",
    {
        "CHILD": "Contact with the child",
        "MIDWAY": "Check between reviews of how the plan is carried out",
        "ESCALATION": "Concern taken up with managers, as the dispute resolution process says",
    },
    {"VISIT": "CHILD", "CALL": "CHILD", "MIDWAY REVIEW": "MIDWAY", "DISPUTE": "ESCALATION"},
)
