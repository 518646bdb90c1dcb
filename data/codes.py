"""The sector's code sets: each code, what it means, and the other ways it is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class CodeSet:
    """Name the codes of one list, in order, with their meanings.

    `also_written` maps other spellings, older codes and Annex A wordings (in upper case) to today's code.
    """

    name: str
    meanings: Mapping[str, str]
    also_written: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self):
        """Iterate over the codes themselves."""
        return iter(self.meanings)

    def __hash__(self):
        """Hash by name, since a mapping has no hash."""
        return hash(self.name)

    def read(self, written: str) -> str | None:
        """Return today's code for what was written, or None where it is not of this set."""
        tidy = " ".join(written.split()).upper()
        if tidy in self.meanings:
            return tidy
        return self.also_written.get(tidy)

    def sentence(self) -> str:
        """List the codes for a person: "NEG, PHY, SAB, EMO or MUL"."""
        codes = list(self.meanings)
        return f"{', '.join(codes[:-1])} or {codes[-1]}" if len(codes) > 1 else codes[0]


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

REASON_EPISODE_STARTED = CodeSet(
    "reason for a new episode",
    {
        "S": "Started to be looked after",
        "P": "Change of placement and carer",
        "L": "Change of legal status only",
        "T": "Change of placement, same carer",
        "U": "Change of legal status and placement, same carer",
        "B": "Change of legal status, placement and carer",
    },
)

REASON_EPISODE_ENDED = CodeSet(
    "reason an episode ended",
    {
        "X1": "The next episode begins; still looked after",
        "E11": "Adopted, application unopposed",
        "E12": "Adopted, consent dispensed with",
        "E2": "Died",
        "E3": "Care taken over by another authority",
        "E4A": "Returned home, planned",
        "E4B": "Returned home, unplanned",
        "E13": "Left care to live with family with no parental responsibility",
        "E41": "Child arrangements order",
        "E45": "Special guardianship: relative or friend who fostered",
        "E46": "Special guardianship: other foster carer",
        "E47": "Special guardianship: relative or friend",
        "E48": "Special guardianship: other",
        "E5": "Moved to independent living, supported",
        "E6": "Moved to independent living, unsupported",
        "E7": "Transferred to adult social services",
        "E8": "Period of care ceased for another reason",
        "E9": "Sentenced to custody",
        "E14": "Accommodation on remand ended",
        "E15": "Age assessment: aged 18 or over",
        "E16": "Child moved abroad",
        "E17": "Aged 18 and remained with current carers",
    },
)

LEGAL_STATUS = CodeSet(
    "legal status",
    {
        "C1": "Interim care order",
        "C2": "Full care order",
        "D1": "Freeing order",
        "E1": "Placement order",
        "V2": "Section 20, single period",
        "V3": "Short breaks, series agreed",
        "V4": "Short breaks, single",
        "L1": "Police protection",
        "L2": "Emergency protection order",
        "L3": "Child assessment order",
        "J1": "On remand",
        "J2": "Detained under PACE",
        "J3": "Youth rehabilitation order",
    },
)

PLACEMENT = CodeSet(
    "placement",
    {
        "A3": "With prospective adopters, consent, current foster carer",
        "A4": "With prospective adopters, consent, not current foster carer",
        "A5": "With prospective adopters, placement order, current foster carer",
        "A6": "With prospective adopters, placement order, not current foster carer",
        "K1": "Secure children's home",
        "K2": "Children's home",
        "K3": "Supported accommodation (16 and over)",
        "P1": "With own parents",
        "P3": "Independent living",
        "R1": "Residential care home",
        "R2": "NHS or health trust establishment",
        "R3": "Family centre or mother and baby unit",
        "R5": "Young offender institution",
        "S1": "Residential school",
        "T0": "Temporary, all types",
        "T1": "Temporary, in hospital",
        "T2": "Temporary, on holiday",
        "T3": "Temporary, foster carer away",
        "T4": "Temporary accommodation, seven days or fewer",
        "U1": "Foster placement with relative or friend, long term",
        "U2": "Foster placement with relative or friend, also an adopter",
        "U3": "Foster placement with relative or friend",
        "U4": "Foster placement, long term",
        "U5": "Foster placement, also an adopter",
        "U6": "Foster placement",
        "Z11": "Other placement, registered",
        "Z12": "Other placement, not registered",
        "Z13": "Other placement, exempt",
        "Z14": "Other placement, unknown",
    },
)

PLACEMENT_PROVIDER = CodeSet(
    "placement provider",
    {
        "PR0": "Parents or person with parental responsibility",
        "PR1": "Own provision",
        "PR2": "Other local authority",
        "PR3": "Other public provision",
        "PR4": "Private provision",
        "PR5": "Voluntary provision",
    },
)

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
