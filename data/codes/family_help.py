"""Family Help: at what level a family is helped, who leads the help, and for whom that practitioner works."""

from data.codes.code_set import CodeSet

LEVEL_OF_HELP = CodeSet(
    "level of help",
    {
        "EH": "Targeted early help",
        "CIN": "Child in need",
        "CP": "Child protection plan",
        "CLA": "Looked after",
    },
    {
        "EARLY HELP": "EH",
        "TEH": "EH",
        "FAMILY HELP - TARGETED EARLY HELP": "EH",
        "SECTION 17": "CIN",
        "S17": "CIN",
        "FAMILY HELP - CHILD IN NEED": "CIN",
        "CHILD PROTECTION": "CP",
        "CPP": "CP",
        "LAC": "CLA",
        "CHILD LOOKED AFTER": "CLA",
    },
)

# DfE asks for no code of these: what the sector calls them differs from place to place.
PRACTITIONER_PROFESSION = CodeSet(
    "profession of a practitioner",
    {
        "SW": "Social worker, registered",
        "FSW": "Family support or early help worker",
        "YW": "Youth worker",
        "EDU": "Teacher or other school staff",
        "HEALTH": "Health visitor, nurse or other health professional",
        "MH": "Mental health practitioner",
        "SUB": "Drug and alcohol practitioner",
        "DA": "Domestic abuse practitioner",
        "POL": "Police officer or staff",
        "HOUS": "Housing officer",
        "OTHER": "Other profession",
    },
    {
        "SOCIAL WORKER": "SW",
        "FAMILY SUPPORT WORKER": "FSW",
        "EARLY HELP WORKER": "FSW",
        "FAMILY WORKER": "FSW",
        "TEACHER": "EDU",
        "HEALTH VISITOR": "HEALTH",
        "SCHOOL NURSE": "HEALTH",
        "POLICE": "POL",
        "HOUSING": "HOUS",
    },
)

PRACTITIONER_EMPLOYER = CodeSet(
    "employer of a practitioner",
    {
        "LA": "The authority itself",
        "SCHOOL": "School, nursery or college",
        "NHS": "Health service",
        "POLICE": "Police",
        "VCS": "Voluntary or community organisation",
        "OTHER": "Other employer",
    },
    {
        "LOCAL AUTHORITY": "LA",
        "COUNCIL": "LA",
        "EDUCATION": "SCHOOL",
        "HEALTH": "NHS",
        "CHARITY": "VCS",
        "VOLUNTARY SECTOR": "VCS",
    },
)
