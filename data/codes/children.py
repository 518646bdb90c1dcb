"""Who a child is: sex, ethnicity, disability."""

from data.codes.code_set import CodeSet

YES_NO = CodeSet(
    "yes or no",
    {"Y": "Yes", "N": "No"},
    {"YES": "Y", "TRUE": "Y", "1": "Y", "NO": "N", "FALSE": "N", "0": "N", "A) YES": "Y", "B) NO": "N"},
)

# Sex as recorded since the 2024/25 collections; unborn children are U.
SEX = CodeSet(
    "sex",
    {"M": "Male", "F": "Female", "U": "Not known or unborn"},
    {
        "MALE": "M",
        "FEMALE": "F",
        "1": "M",
        "2": "F",
        "0": "U",
        "9": "U",
        "A) MALE": "M",
        "B) FEMALE": "F",
        "C) NOT STATED/RECORDED": "U",
        "D) NEITHER": "U",
    },
    until=dict.fromkeys(("1", "2", "0", "9"), "2023/24"),
)

ETHNICITY = CodeSet(
    "ethnicity",
    {
        "WBRI": "White British",
        "WIRI": "White Irish",
        "WIRT": "Traveller of Irish heritage",
        "WROM": "Gypsy or Roma",
        "WOTH": "Any other White background",
        "MWBC": "White and Black Caribbean",
        "MWBA": "White and Black African",
        "MWAS": "White and Asian",
        "MOTH": "Any other Mixed background",
        "AIND": "Indian",
        "APKN": "Pakistani",
        "ABAN": "Bangladeshi",
        "CHNE": "Chinese",
        "AOTH": "Any other Asian background",
        "BCRB": "Black Caribbean",
        "BAFR": "Black African",
        "BOTH": "Any other Black background",
        "OOTH": "Any other ethnic group",
        "REFU": "Refused",
        "NOBT": "Not yet obtained",
    },
)

# The grouping is data: DfE's social care statistics put Chinese with Asian, as the 2021 census does.
ETHNICITY_GROUP = {
    **dict.fromkeys(("WBRI", "WIRI", "WIRT", "WROM", "WOTH"), "White"),
    **dict.fromkeys(("MWBC", "MWBA", "MWAS", "MOTH"), "Mixed"),
    **dict.fromkeys(("AIND", "APKN", "ABAN", "CHNE", "AOTH"), "Asian"),
    **dict.fromkeys(("BCRB", "BAFR", "BOTH"), "Black"),
    "OOTH": "Other",
    **dict.fromkeys(("REFU", "NOBT"), "Not known"),
}

DISABILITY = CodeSet(
    "disability",
    {
        "NONE": "No disability",
        "MOB": "Mobility",
        "HAND": "Hand function",
        "PC": "Personal care",
        "INC": "Incontinence",
        "COMM": "Communication",
        "LD": "Learning",
        "HEAR": "Hearing",
        "VIS": "Vision",
        "BEH": "Behaviour",
        "CON": "Consciousness",
        "AUT": "Autism or Asperger syndrome",
        "DDA": "Other disability under the Equality Act",
    },
)
