"""Where looked-after children live, who provides it, and why it changes."""

from data.codes.code_set import CodeSet, in_letters

# DfE's list for 2024/25 gained K3 and still had H5, P2 and Z1; the list for 2025/26 has Z11 to Z14 in their stead.
PLACEMENT = CodeSet(
    "placement",
    {
        "A3": "With prospective adopters, consent, current foster carer",
        "A4": "With prospective adopters, consent, not current foster carer",
        "A5": "With prospective adopters, placement order, current foster carer",
        "A6": "With prospective adopters, placement order, not current foster carer",
        "H5": "Semi-independent living, not subject to children's homes regulations",
        "K1": "Secure children's home",
        "K2": "Children's home",
        "K3": "Supported accommodation (16 and over)",
        "P1": "With own parents",
        "P2": "Independent living",
        "P3": "Residential employment",
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
        "Z1": "Other placement",
        "Z11": "Other placement, registered",
        "Z12": "Other placement, not registered",
        "Z13": "Other placement, exempt",
        "Z14": "Other placement, unknown",
    },
    wordings={
        "U1": ("Foster placement - relatives - long term",),
        "U2": ("Foster placement - relative - FFA",),
        "U3": ("Foster placement - relative - not FFA",),
        "U4": ("Foster placement - long term",),
        "U5": ("Foster placement - FFA",),
        "U6": ("Foster placement - not FFA",),
        "A3": ("Placed for adoption - consent - current foster",),
        "A4": ("Placed for adoption - consent - not foster",),
        "A5": ("Placed for adoption - order - foster",),
        "A6": ("Placed for adoption - order - not foster",),
        "P1": ("Placed with parents", "Placed with own parents"),
        "H5": ("Residential accommodation", "Semi-independent living accommodation"),
        "K1": ("Secure Children's Homes",),
        "K2": ("Children's Homes",),
        "R2": ("NHS/Health Trust",),
        "R3": ("Family Centre or Mother and Baby Unit", "Family centre or mother and baby unit"),
        "Z1": ("Other placements",),
        "T0": ("Temporary placement",),
        "T1": ("Temporary placement - hospital",),
        "T2": ("Temporary placement - holiday",),
        "T3": ("Temporary placement - carer holiday",),
        "T4": ("Temporary placement - seven days or less",),
    },
    letters=in_letters(
        *("U1", "U2", "U3", "U4", "U5", "U6", "A3", "A4", "A5", "A6", "P1", "P2", "P3", "H5"),
        *("K1", "K2", "R1", "R2", "R3", "R5", "S1", "Z1", "T0", "T1", "T2", "T3", "T4"),
    ),
    since={"K3": "2024/25", **dict.fromkeys(("Z11", "Z12", "Z13", "Z14"), "2025/26")},
    until=dict.fromkeys(("H5", "P2", "Z1"), "2024/25"),
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
    wordings={
        "PR0": ("Parents/Parental responsibility", "Parent(s) or other person(s) with parental responsibility"),
        "PR1": ("Own provision by the LA",),
        "PR2": ("Other LA provision",),
        "PR3": ("Other public provision, for example a PCT",),
        "PR5": ("Voluntary/third sector", "Voluntary/third sector provision"),
    },
    letters=in_letters("PR0", "PR1", "PR2", "PR3", "PR4", "PR5"),
)

PLACEMENT_LOCATION = CodeSet(
    "placement location",
    {"IN": "Inside the authority's boundary", "OUT": "Outside the authority's boundary"},
    {"IN LA": "IN", "INSIDE LA": "IN", "OUT OF LA": "OUT", "OUTSIDE LA": "OUT"},
    letters=in_letters("IN", "OUT"),
)

REASON_PLACEMENT_CHANGED = CodeSet(
    "reason for a placement change",
    {
        "CARPL": "Care plan changed or carried out",
        "CLOSE": "Provision closed or carer resigned",
        "ALLEG": "Allegation (section 47)",
        "STAND": "Concern about standards of care",
        "APPRR": "Approval removed",
        "CREQB": "Carer asked, because of the child's behaviour",
        "CREQO": "Carer asked, for another reason",
        "CHILD": "Child asked",
        "LAREQ": "Responsible or area authority asked",
        "PLACE": "Only the status of the placement changed",
        "CUSTOD": "Custody",
        "OTHER": "Other reason",
    },
)

PANEL_DECISION = CodeSet(
    "decision of a placement panel",
    {"AGREED": "The move was agreed", "REFUSED": "The move was not agreed", "DEFERRED": "To come back to the panel"},
    {"APPROVED": "AGREED", "YES": "AGREED", "NO": "REFUSED"},
)
