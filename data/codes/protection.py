"""Child protection: categories of abuse, and the visits that every plan asks for."""

from data.codes.code_set import CodeSet

CATEGORY_OF_ABUSE = CodeSet(
    "category of abuse",
    {
        "NEG": "Neglect",
        "PHY": "Physical abuse",
        "SAB": "Sexual abuse",
        "EMO": "Emotional abuse",
        "MUL": "Multiple",
    },
    {
        "NEGLECT": "NEG",
        "PHYSICAL ABUSE": "PHY",
        "SEXUAL ABUSE": "SAB",
        "EMOTIONAL ABUSE": "EMO",
        "A) NEGLECT": "NEG",
        "B) PHYSICAL ABUSE": "PHY",
        "C) SEXUAL ABUSE": "SAB",
        "D) EMOTIONAL ABUSE": "EMO",
        "E) MULTIPLE/NOT RECOMMENDED": "MUL",
    },
)

VISIT_KIND = CodeSet(
    "kind of visit",
    {"CIN": "To a child in need", "CP": "To a child on a protection plan", "CLA": "To a looked-after child"},
    {"CPP": "CP", "LAC": "CLA", "CIC": "CLA"},
)
