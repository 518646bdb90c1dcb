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
)

REASON_ADOPTER_LEFT = CodeSet(
    "reason an adopter left",
    {"1": "Withdrew", "2": "On hold", "3": "Refused or unsuitable"},
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
