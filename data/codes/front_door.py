"""The front door and early help: sources, needs, factors, outcomes, closures."""

from data.codes.code_set import CodeSet, in_letters

REFERRAL_SOURCE = CodeSet(
    "referral source",
    {
        "1A": "Individual: family member, relative or carer",
        "1B": "Individual: acquaintance, neighbours and child minders included",
        "1C": "Individual: self",
        "1D": "Individual: other",
        "2A": "Schools",
        "2B": "Education services",
        "3A": "Health: general practitioner",
        "3B": "Health: health visitor",
        "3C": "Health: school nurse",
        "3D": "Health: other primary health services",
        "3E": "Health: accident and emergency",
        "3F": "Health: other",
        "4": "Housing",
        "5A": "Authority: adult or other social care",
        "5B": "Authority: other internal services",
        "5C": "Authority: another authority's services",
        "5D": "Authority: early help",
        "6": "Police",
        "7": "Other legal agency",
        "8": "Other, voluntary organisations included",
        "9": "Anonymous",
        "10": "Unknown",
    },
    since={"5D": "2022/23"},
    wordings={
        "1A": ("Individual", "Individual - family member/relative/carer"),
        "1B": ("Individual", "Individual - acquaintance (including neighbours and child minders)"),
        "1C": ("Individual", "Individual - self"),
        "1D": ("Individual", "Individual - other (including strangers, MPs)"),
        "3A": ("Health services", "Health services - GP"),
        "3B": ("Health services", "Health services - health visitor"),
        "3C": ("Health services", "Health services - school nurse"),
        "3D": ("Health services", "Health services - other primary health services"),
        "3E": ("Health services", "Health services - A&E"),
        "3F": ("Health services", "Health services - other"),
        "5A": ("LA services", "LA services - social care"),
        "5B": ("LA services", "LA services - other internal"),
        "5C": ("LA services", "LA services - external"),
        "5D": ("LA services", "LA services - early help"),
        "10": ("Not known", "N/K"),
        "8": ("Other", "Other - including children's centres, independent agency providers, voluntary organisations"),
    },
    letters={
        **in_letters(
            *("1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F"),
            *("4", "5A", "5B", "5C", "6", "7", "8", "9", "10"),
        ),
        "5D": "P1",
    },
)

CONTACT_OUTCOME = CodeSet(
    "contact outcome",
    {
        "NFA": "No further action",
        "INFO": "Information and advice",
        "EH": "Early help",
        "REF": "Referral to children's social care",
    },
    {
        "NO FURTHER ACTION": "NFA",
        "INFORMATION AND ADVICE": "INFO",
        "EARLY HELP": "EH",
        "EH REFERRAL": "EH",
        "REFERRAL": "REF",
        "CIN REFERRAL": "REF",
    },
)

PRIMARY_NEED = CodeSet(
    "primary need",
    {
        "N1": "Abuse or neglect",
        "N2": "Child's disability or illness",
        "N3": "Parental disability or illness",
        "N4": "Family in acute stress",
        "N5": "Family dysfunction",
        "N6": "Socially unacceptable behaviour",
        "N7": "Low income",
        "N8": "Absent parenting",
        "N9": "Cases other than children in need",
        "N0": "Not stated",
    },
    wordings={
        "N2": ("Child's disability", "Disability or illness"),
        "N3": ("Parental illness or disability", "Parent's disability or illness"),
    },
)

REASON_CASE_CLOSED = CodeSet(
    "reason for closure",
    {
        "RC1": "Adopted",
        "RC2": "Died",
        "RC3": "Child arrangements order",
        "RC4": "Special guardianship order",
        "RC5": "Transferred to another authority",
        "RC6": "Transferred to adult social care",
        "RC7": "Services ceased for another reason, no longer in need included",
        "RC8": "Closed after assessment, no further action",
        "RC9": "Closed after assessment, referred to early help",
    },
    wordings={
        "RC5": ("Transferred to services of another local authority",),
        "RC6": ("Transferred to adult social care services", "Transferred to adult social services"),
        "RC7": (
            "Services ceased for any other reason, including child no longer in need",
            "Services ceased for any other reason, including no longer in need",
        ),
        "RC8": ("Case closed after assessment, no further action",),
        "RC9": ("Case closed after assessment, referred to early help",),
    },
)

CASE_STATUS = CodeSet(
    "case status",
    {
        "CLA": "Looked after child",
        "CP": "Child protection plan",
        "CIN": "Child in need plan",
        "ASSESSMENT": "Open assessment",
        "CLOSED": "Closed episode",
    },
    letters=in_letters("CLA", "CP", "CIN", "ASSESSMENT", "CLOSED"),
)

# As DfE's figures have it (c3, factors identified at the end of assessment, 2018 to 2025): 18B, 18C, 19B and 19C beside
# 18A and 19A since 2020/21, 24A since 2021/22, and 18A and 19A no more after 2023/24; it queries them since.
ASSESSMENT_FACTOR = CodeSet(
    "assessment factor",
    {
        **{
            f"{number}{letter}": f"{words}: {person}"
            for number, words in {
                1: "Alcohol misuse",
                2: "Drug misuse",
                3: "Domestic abuse",
                4: "Mental health",
                5: "Learning disability",
                6: "Physical disability or illness",
            }.items()
            for letter, person in {"A": "child", "B": "parent or carer", "C": "another person"}.items()
        },
        "7A": "Young carer",
        "8B": "Privately fostered: overseas child who intends to return",
        "8C": "Privately fostered: overseas child who intends to stay",
        "8D": "Privately fostered: UK child in an educational placement",
        "8E": "Privately fostered: UK child, other family arrangement",
        "8F": "Privately fostered: other",
        "9A": "Unaccompanied asylum-seeking child",
        "10A": "Missing",
        "11A": "Child sexual exploitation",
        "12A": "Trafficking",
        "13A": "Gangs",
        "14A": "Socially unacceptable behaviour",
        "15A": "Self-harm",
        "16A": "Neglect",
        "17A": "Emotional abuse",
        "18A": "Physical abuse",
        "18B": "Physical abuse: child on child",
        "18C": "Physical abuse: adult on child",
        "19A": "Sexual abuse",
        "19B": "Sexual abuse: child on child",
        "19C": "Sexual abuse: adult on child",
        "20": "Other",
        "21": "No factors identified",
        "22A": "Female genital mutilation",
        "23A": "Abuse linked to faith or belief",
        "24A": "Child criminal exploitation",
    },
    since={**dict.fromkeys(("18B", "18C", "19B", "19C"), "2020/21"), "24A": "2021/22"},
    until=dict.fromkeys(("18A", "19A"), "2023/24"),
)

# Early help has no national code sets: the two that follow are this dashboard's own.
REASON_EARLY_HELP_BEGAN = CodeSet(
    "reason early help began",
    {
        "NEW": "Asked for or offered, no social care before it",
        "CONTACT": "After a contact or referral that needed no social care",
        "STEPDOWN": "Stepped down from children's social care",
        "TRANSFER": "Family moved in from another authority",
        "OTHER": "Other reason",
    },
    {"STEP DOWN": "STEPDOWN", "STEP-DOWN": "STEPDOWN"},
)

REASON_EARLY_HELP_ENDED = CodeSet(
    "reason early help ended",
    {
        "MET": "Needs met",
        "UNIVERSAL": "Passed to universal services",
        "STEPUP": "Stepped up to children's social care",
        "DECLINED": "Family declined or did not engage",
        "MOVED": "Family moved away",
        "OTHER": "Other reason",
    },
    {"STEP UP": "STEPUP", "STEP-UP": "STEPUP", "NEEDS MET": "MET"},
)
