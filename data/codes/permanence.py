"""Permanence: the orders that bring it, plans reversed, adopters who leave."""

from data.codes.code_set import CodeSet

PERMANENCE_ORDER = CodeSet(
    "permanence order",
    {
        "ADOPTION": "Adoption order",
        "SGO": "Special guardianship order",
        "CAO": "Child arrangements order",
    },
    {"AO": "ADOPTION", "ADOPTION ORDER": "ADOPTION", "SPECIAL GUARDIANSHIP ORDER": "SGO"},
)

REASON_REVERSED = CodeSet(
    "reason an adoption plan was reversed",
    {
        "RD1": "Child's needs changed after the decision",
        "RD2": "Court made no placement order",
        "RD3": "No adopters could be found",
        "RD4": "Any other reason",
    },
    wordings={
        "RD1": ("The child's needs changed subsequent to the decision",),
        "RD2": ("The Court did not make a placement order",),
        "RD3": ("Prospective adopters could not be found",),
    },
)

REASON_ADOPTER_LEFT = CodeSet(
    "reason an adopter left",
    {"1": "Withdrew", "2": "On hold", "3": "Refused or unsuitable"},
    wordings={
        "1": ("Adopter withdrew from process",),
        "2": ("Process put on hold",),
        "3": ("Application refused",),
    },
)

PREVIOUS_PERMANENCE = CodeSet(
    "previous permanence",
    {
        "P1": "Adoption",
        "P2": "Special guardianship order",
        "P3": "Child arrangements order, or residence order",
        "P4": "Unknown",
        "Z1": "None before",
    },
)
