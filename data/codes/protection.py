"""Child protection: categories of abuse, and the visits that every plan asks for."""

from data.codes.code_set import CodeSet, in_letters

CATEGORY_OF_ABUSE = CodeSet(
    "category of abuse",
    {
        "NEG": "Neglect",
        "PHY": "Physical abuse",
        "SAB": "Sexual abuse",
        "EMO": "Emotional abuse",
        "MUL": "Multiple",
    },
    {"MULTIPLE/NOT RECOMMENDED": "MUL"},
    wordings={"PHY": ("Physical",), "SAB": ("Sexual",), "EMO": ("Emotional",)},
    letters=in_letters("NEG", "PHY", "SAB", "EMO", "MUL"),
)

VISIT_KIND = CodeSet(
    "kind of visit",
    {"CIN": "To a child in need", "CP": "To a child on a protection plan", "CLA": "To a looked-after child"},
    {"CPP": "CP", "LAC": "CLA", "CIC": "CLA"},
)

# DfE's code set CS131, new in 2026/27. What each letter means could not be read at its source: nothing is made of it.
PRE_PROCEEDINGS_OUTCOME = CodeSet(
    "outcome of pre-proceedings",
    {letter: f"Outcome {letter} of DfE's code set CS131" for letter in "ABC"},
)

SUPERVISION_ORDER = CodeSet(
    "supervision order",
    {
        "FULL": "Supervision order (Children Act 1989, section 35)",
        "INTERIM": "Interim supervision order (section 38)",
        "EDUCATION": "Education supervision order (section 36)",
    },
    {"SO": "FULL", "ISO": "INTERIM", "ESO": "EDUCATION", "SUPERVISION ORDER": "FULL"},
)
