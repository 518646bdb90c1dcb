"""The workforce: roles, cases held, absence, leaving, changes of worker, supervision, training."""

from data.codes.code_set import CodeSet

WORKER_ROLE = CodeSet(
    "role",
    {
        "1": "Senior manager",
        "2": "Middle manager",
        "3": "First line manager",
        "4": "Senior practitioner",
        "5": "Case holder",
        "6": "Qualified without cases",
    },
)

WORKER_ABSENCE = CodeSet(
    "absence of a worker",
    {
        "MAT": "Maternity, paternity or adoption leave",
        "OTH": "Other paid leave",
        "PUB": "Paid absence for public duties",
        "SIC": "Sickness",
        "TRN": "Training",
        "UNA": "Unauthorised absence",
        "UNP": "Unpaid leave",
    },
)

REASON_WORKER_LEFT = CodeSet(
    "reason a worker left",
    {
        "1": "Resigned",
        "2": "Voluntary redundancy",
        "3": "Compulsory redundancy",
        "4": "Dismissed",
        "5": "Retired",
        "6": "Died",
        "7": "Moved to another role within the authority, not social work with children",
        "8": "Other reason",
        "9": "Not yet known",
        "10": "Moved to another social work role with children within the authority",
    },
)

ALLOCATED_AS = CodeSet(
    "allocated as",
    {"CASE": "Allocated case worker", "SECOND": "Second or supporting worker"},
    {"ALLOCATED CASE WORKER": "CASE", "CASE WORKER": "CASE", "SECOND WORKER": "SECOND"},
)

CASE_TYPE = CodeSet(
    "case type",
    {
        "CIN": "Child in need",
        "CP": "Child protection plan",
        "CLA": "Looked after child",
        "CL": "Care leaver",
        "ASS": "Assessment",
    },
)

REASON_WORKER_CHANGED = CodeSet(
    "reason for a change of worker",
    {
        "MANAGE": "Management of cases or caseloads",
        "FCONTA": "First contact: there was no worker before",
        "LEFTRL": "The worker left the role",
        "ORGRST": "Organisation restructured",
        "TSPROC": "Transferred between teams as the process asks",
        "ABSENC": "The worker is absent",
        "CHCHAN": "The child asked for a change",
        "PCCHAN": "A parent or carer asked for a change",
        "SWDIED": "The worker died",
        "OTHERS": "Other reason",
    },
)

SUPERVISION_KIND = CodeSet(
    "kind of supervision",
    {"ONE": "One to one", "GROUP": "Group supervision"},
    {"1:1": "ONE", "ONE TO ONE": "ONE", "1": "ONE", "INDIVIDUAL": "ONE"},
)

TRAINING_STATUS = CodeSet(
    "training status",
    {"BOOKED": "Booked", "DONE": "Completed", "MISSED": "Did not attend"},
    {"COMPLETED": "DONE", "ATTENDED": "DONE", "DNA": "MISSED", "DID NOT ATTEND": "MISSED"},
)

SUPERVISION_QUESTION = CodeSet(
    "question on supervision",
    {
        "REGULAR": "I am supervised as often as I should be",
        "TIME": "There is time to talk about each of my cases",
        "REFLECT": "Supervision helps me to reflect on my work",
        "SUPPORT": "My supervisor supports me",
    },
    {"REFLECTION": "REFLECT", "FREQUENCY": "REGULAR"},
)

AGENCY_ROLE = CodeSet(
    "core job type of an agency worker",
    {
        "WORKER": "Social worker",
        "SENIOR": "Senior social worker",
        "ADVANCED": "Advanced practitioner",
        "MANAGER": "Team manager",
        "REVIEWING": "Independent reviewing officer or conference chair",
    },
    {
        "SOCIAL WORKER": "WORKER",
        "SENIOR SOCIAL WORKER": "SENIOR",
        "ADVANCED PRACTITIONER": "ADVANCED",
        "TEAM MANAGER": "MANAGER",
        "IRO": "REVIEWING",
        "CPC CHAIR": "REVIEWING",
    },
)
