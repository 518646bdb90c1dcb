"""School: year groups, terms, special needs, exclusions."""

from data.codes.code_set import CodeSet

YEAR_GROUP = CodeSet(
    "year group",
    {
        "N1": "First nursery year",
        "N2": "Second nursery year",
        "R": "Reception",
        **{str(year): f"Year {year}" for year in range(1, 15)},
        "X": "No national curriculum year followed",
    },
    {f"YEAR {year}": str(year) for year in range(1, 15)} | {"RECEPTION": "R"},
)

SPECIAL_NEEDS = CodeSet(
    "special educational needs",
    {"N": "None", "K": "Special needs support", "E": "Education, health and care plan"},
    {"NONE": "N", "SEN SUPPORT": "K", "EHCP": "E", "EHC PLAN": "E"},
)

TERM = CodeSet(
    "term",
    {"AUT": "Autumn", "SPR": "Spring", "SUM": "Summer"},
    {"AUTUMN": "AUT", "SPRING": "SPR", "SUMMER": "SUM"},
)

EXCLUSION = CodeSet(
    "kind of exclusion",
    {"SUSP": "Suspension", "PERM": "Permanent exclusion"},
    {"SUSPENSION": "SUSP", "FIXED": "SUSP", "FIXED TERM": "SUSP", "PERMANENT": "PERM"},
)
