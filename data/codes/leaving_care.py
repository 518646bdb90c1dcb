"""Leaving care: entitlement, being in touch, activity, accommodation."""

from data.codes.code_set import CodeSet, in_letters

CARE_LEAVER_ELIGIBILITY = CodeSet(
    "care leaver eligibility",
    {
        "ELIGIBLE": "Aged 16 or 17, looked after for 13 weeks since 14, and still looked after",
        "RELEVANT": "Aged 16 or 17, was eligible, no longer looked after",
        "FORMER": "Aged 18 to 25, was eligible or relevant (former relevant)",
        "QUALIFYING": "Aged 16 to 25, looked after for less than 13 weeks",
    },
    {
        "FORMER RELEVANT": "FORMER",
        "FORMER RELEVANT CHILD": "FORMER",
        "QUALIFYING CHILD": "QUALIFYING",
        "ELIGIBLE CHILD": "ELIGIBLE",
        "RELEVANT CHILD": "RELEVANT",
        "QUALIFYING CARE LEAVER": "QUALIFYING",
    },
    letters=in_letters("RELEVANT", "FORMER", "QUALIFYING", "ELIGIBLE"),
)

IN_TOUCH = CodeSet(
    "in touch",
    {
        "YES": "In touch",
        "NO": "Not in touch",
        "DIED": "Died",
        "REFU": "Refuses contact",
        "NREQ": "No longer requires services",
        "RHOM": "Returned home",
    },
    {"Y": "YES", "N": "NO", "DIED AFTER LEAVING CARE": "DIED"},
    letters=in_letters("YES", "NO", "DIED", "REFU", "NREQ", "RHOM"),
)

ACTIVITY = CodeSet(
    "activity",
    {
        "F1": "Higher education, full time",
        "P1": "Higher education, part time",
        "F2": "Other education, full time",
        "P2": "Other education, part time",
        "F4": "Apprenticeship, full time",
        "P4": "Apprenticeship, part time",
        "F5": "Training or employment, full time",
        "P5": "Training or employment, part time",
        "G4": "Not in education, employment or training: illness or disability",
        "G5": "Not in education, employment or training: other reason",
        "G6": "Not in education, employment or training: pregnancy or parenting",
        "0": "Not in touch, not known",
    },
    wordings={
        "F1": ("Full time in higher education",),
        "P1": ("Part time in higher education",),
        "F2": ("Full time in education other than higher",),
        "P2": ("Part time in education other than higher",),
        "F4": ("Young person engaged full time in an apprenticeship",),
        "P4": ("Young person engaged part time in an apprenticeship",),
        "F5": ("Young person engaged full time in training or employment (not apprenticeship)",),
        "P5": ("Young person engaged part time in training or employment (not apprenticeship)",),
        "G4": ("Not in education, employment or training - illness or disability",),
        "G5": ("Not in education, employment or training - other",),
        "G6": ("Not in education, employment or training - pregnancy or parenting",),
    },
)

ACCOMMODATION_TYPE = CodeSet(
    "type of accommodation",
    {
        "B": "With parents or relatives",
        "C": "Community home",
        "D": "Semi-independent, transitional",
        "E": "Supported lodgings",
        "G": "Gone abroad",
        "H": "Deported",
        "K": "Ordinary lodgings",
        "R": "Residence not known",
        "S": "No fixed abode or homeless",
        "T": "Foyers",
        "U": "Independent living",
        "V": "Emergency accommodation",
        "W": "Bed and breakfast",
        "X": "Custody",
        "Y": "Other",
        "Z": "With former foster carers",
    },
    wordings={
        "B": ("Parents/relatives", "With parent(s) or relative(s)"),
        "C": ("Community home/residential care", "Community home or other form of residential care"),
        "D": ("Semi-independent, transitional accommodation and self-contained accommodation",),
        "G": ("Abroad",),
        "K": ("Ordinary lodgings, without formal support",),
        "S": ("No fixed abode/homeless", "No fixed adobe/homeless"),
        "T": ("Foyers and similar supported accommodation",),
        "X": ("In custody",),
        "Y": ("Other accommodation",),
    },
)

SUITABILITY = CodeSet(
    "suitability of accommodation",
    {"SUITABLE": "Considered suitable", "UNSUITABLE": "Considered unsuitable"},
    {"1": "SUITABLE", "2": "UNSUITABLE"},
    letters=in_letters("SUITABLE", "UNSUITABLE"),
)

# The last stands alone: it says nothing of where, nor whether that is suitable, as activity 0 says nothing.
ACCOMMODATION = CodeSet(
    "accommodation",
    {
        f"{letter}{number}": f"{words}, {suitability.lower()}"
        for letter, words in ACCOMMODATION_TYPE.meanings.items()
        for number, suitability in SUITABILITY.also_written.items()
    }
    | {"0": "Not in touch, not known"},
)

TRANSITION_LEAD = CodeSet(
    "lead of a transition",
    {
        "CHILDREN": "Children's social care",
        "ADULTS": "Adult social care",
        "JOINT": "A team of both",
        "HEALTH": "Health",
        "EDUCATION": "Education, with an education, health and care plan",
    },
    {"CHILDREN'S": "CHILDREN", "ADULT": "ADULTS", "TRANSITIONS TEAM": "JOINT", "NHS": "HEALTH", "SEN": "EDUCATION"},
)
