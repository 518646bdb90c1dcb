"""Quality: audits and their grades, what follows, how children are heard, figures given whole."""

from data.codes.code_set import CodeSet

AUDIT_KIND = CodeSet(
    "kind of audit",
    {
        "THEMATIC": "Thematic",
        "GENERIC": "Generic, of a whole case",
        "DATA": "Data integrity",
        "SUPERVISION": "Of supervision records",
    },
    {"CASE": "GENERIC", "DATA INTEGRITY": "DATA", "SUPERVISION RECORDS": "SUPERVISION"},
)

GRADE = CodeSet(
    "grade",
    {"O": "Outstanding", "G": "Good", "RI": "Requires improvement", "I": "Inadequate"},
    {
        "OUTSTANDING": "O",
        "GOOD": "G",
        "REQUIRES IMPROVEMENT": "RI",
        "REQUIRES IMPROVEMENT TO BE GOOD": "RI",
        "INADEQUATE": "I",
    },
)

SEVERITY = CodeSet(
    "severity of an audit action",
    {"HIGH": "A child may be at risk", "MEDIUM": "The work falls short", "LOW": "The record falls short"},
    {"H": "HIGH", "M": "MEDIUM", "L": "LOW"},
)

PROGRESS = CodeSet(
    "progress of an action",
    {
        "NOT_STARTED": "Not started",
        "ON_TRACK": "On track",
        "AT_RISK": "At risk of not being done in time",
        "OFF_TRACK": "Will not be done in time",
        "DONE": "Done",
    },
    {
        "NOT STARTED": "NOT_STARTED",
        "ON TRACK": "ON_TRACK",
        "GREEN": "ON_TRACK",
        "AT RISK": "AT_RISK",
        "AMBER": "AT_RISK",
        "OFF TRACK": "OFF_TRACK",
        "RED": "OFF_TRACK",
        "COMPLETE": "DONE",
        "COMPLETED": "DONE",
        "BLUE": "DONE",
    },
)

CONSULTATION_METHOD = CodeSet(
    "consultation method",
    {
        "SURVEY": "Survey",
        "GROUP": "Group or forum",
        "ONE": "One to one",
        "EVENT": "Event",
        "COUNCIL": "Children in care council or similar",
        "OTHER": "Other way",
    },
)

COHORT = CodeSet(
    "cohort",
    {
        "CIN": "Children in need",
        "CP": "Children on a protection plan",
        "CLA": "Looked-after children",
        "CL": "Care leavers",
        "EH": "Children and families with early help",
        "ALL": "Children of several cohorts",
    },
    {"LAC": "CLA", "CIC": "CLA", "CPP": "CP"},
)

BREAKDOWN = CodeSet(
    "breakdown",
    {
        "ALL": "Not broken down",
        "ETHNICITY": "By ethnicity",
        "SEX": "By sex",
        "AGE_BAND": "By age",
        "DISABILITY": "By disability",
    },
    {
        "AGE": "AGE_BAND",
        "AGE BAND": "AGE_BAND",
        "AGE GROUP": "AGE_BAND",
        "GENDER": "SEX",
        "NONE": "ALL",
        "NO BREAKDOWN": "ALL",
        "OVERALL": "ALL",
        "TOTAL": "ALL",
    },
)
