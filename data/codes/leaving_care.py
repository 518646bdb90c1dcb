"""Leaving care: entitlement, being in touch, activity, accommodation."""

from data.codes.code_set import CodeSet

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
    {
        "Y": "YES",
        "N": "NO",
        "DIED AFTER LEAVING CARE": "DIED",
        "REFUSES CONTACT": "REFU",
        "NO LONGER REQUIRES SERVICES": "NREQ",
        "RETURNED HOME": "RHOM",
    },
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
)

ACCOMMODATION = CodeSet(
    "accommodation",
    {
        f"{letter}{suitable}": f"{words}, {'suitable' if suitable == 1 else 'unsuitable'}"
        for letter, words in {
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
        }.items()
        for suitable in (1, 2)
    },
)
