"""Who a child is: sex, ethnicity, disability."""

from dataclasses import replace

from data.codes.code_set import BLANKS, CodeSet, in_letters

YES_NO = CodeSet(
    "yes or no",
    {"Y": "Yes", "N": "No"},
    {"TRUE": "Y", "1": "Y", "FALSE": "N", "0": "N"},
    letters=in_letters("Y", "N"),
    blanks=(*BLANKS, *(f"C) {words}" for words in BLANKS)),
)

UNBORN_OR_NOT_KNOWN = (
    "NOT STATED/RECORDED",
    "NOT STATED/RECORDED (OR UNBORN)",
    "NOT STATED",
    "NOT SPECIFIED",
    "NOT RECORDED",
    "NOT KNOWN",
    "UNKNOWN",
    "N/K",
    "NK",
    "UNBORN",
    "INDETERMINATE",
)

# Sex as recorded since the 2024/25 collections; unborn children are U.
SEX = CodeSet(
    "sex",
    {"M": "Male", "F": "Female", "U": "Not known or unborn"},
    {
        "1": "M",
        "2": "F",
        "0": "U",
        "9": "U",
        **dict.fromkeys(UNBORN_OR_NOT_KNOWN, "U"),
        **{f"C) {words}": "U" for words in UNBORN_OR_NOT_KNOWN},
        "NEITHER": "U",
        "D) NEITHER": "U",
    },
    until=dict.fromkeys(("1", "2", "0", "9"), "2023/24"),
    letters=in_letters("M", "F"),
)

# Case systems went on writing 1 and 2 after the census of children in need had changed to M and F.
SEX_IN_CENSUS = replace(SEX, name="sex in the census of children in need", until={})

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
    wordings={
        "WBRI": ("British", "White - British"),
        "WIRI": ("Irish", "White - Irish"),
        "WROM": ("Gypsy/Roma", "Gypsy, Roma", "White - Gypsy/Roma"),
        "WOTH": ("White - Any other White background",),
        "AIND": ("Asian or Asian British - Indian",),
        "APKN": ("Asian or Asian British - Pakistani",),
        "ABAN": ("Asian or Asian British - Bangladeshi",),
        "AOTH": ("Asian or Asian British - Any other Asian background",),
        "MWBC": ("Mixed - White and Black Caribbean",),
        "MWBA": ("Mixed - White and Black African",),
        "MWAS": ("Mixed - White and Asian",),
        "MOTH": ("Mixed - Any other Mixed background",),
        "BCRB": ("Caribbean", "Black or Black British - Caribbean"),
        "BAFR": ("African", "Black or Black British - African"),
        "BOTH": ("Black or Black British - Any other Black background",),
        "OOTH": ("Any other ethnic background",),
        "NOBT": ("Information not yet obtained", "Information not obtained"),
    },
    # One edition of Annex A gave its letter s to both of the last two.
    letters={
        **in_letters(
            *("WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND"),
            *("APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU"),
        ),
        "NOBT": "S T",
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
    wordings={"AUT": ("Diagnosed with autism or Asperger syndrome",)},
)
