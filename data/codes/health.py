"""Health and offending of looked-after children: what is checked or happens, and why a questionnaire is missing."""

from data.codes.code_set import CodeSet

HEALTH_EVENT = CodeSet(
    "kind of health event",
    {
        "IHA": "Initial health assessment",
        "RHA": "Review health assessment",
        "DENTAL": "Dental check",
        "IMM": "Immunisations found up to date",
        "DEV": "Development check, under 5",
        "SDQ": "Strengths and difficulties questionnaire",
        "SUBSTANCE": "Substance misuse identified",
        "CONVICTED": "Conviction, youth caution or youth conditional caution",
    },
)

SDQ_REASON = CodeSet(
    "reason for no questionnaire score",
    {
        "SDQ1": "Aged under 4 or over 16",
        "SDQ2": "Carer refused to complete it",
        "SDQ3": "Not possible because of the child's disability",
        "SDQ4": "Other reason",
        "SDQ5": "Child or young person refused",
    },
)
