"""Fostering and kinship: kinds of carers, how enquiries and approvals end. In words: no return has codes for these."""

from data.codes.code_set import CodeSet

FOSTER_KIND = CodeSet(
    "kind of foster household",
    {"MAINSTREAM": "Foster carers for any child", "CONNECTED": "Relatives or friends, for a child they know"},
    {
        "GENERAL": "MAINSTREAM",
        "KINSHIP": "CONNECTED",
        "CONNECTED PERSON": "CONNECTED",
        "CONNECTED PERSONS": "CONNECTED",
        "FAMILY AND FRIENDS": "CONNECTED",
    },
)

REASON_DEREGISTERED = CodeSet(
    "reason for de-registration",
    {
        "RESIGNED": "The carers resigned",
        "MOVED": "The carers went to another fostering service",
        "PERMANENCE": "The carers adopted the child or became guardians",
        "CHILD_LEFT": "The child for whom they were approved left",
        "TERMINATED": "The fostering service ended the approval",
        "DIED": "A carer died",
        "OTHER": "Other reason",
    },
    {
        "RESIGNATION": "RESIGNED",
        "RETIRED": "RESIGNED",
        "TRANSFERRED": "MOVED",
        "SPECIAL GUARDIANSHIP": "PERMANENCE",
        "ADOPTION": "PERMANENCE",
        "TERMINATION": "TERMINATED",
    },
)

ENQUIRY_OUTCOME = CodeSet(
    "outcome of a fostering enquiry",
    {
        "APPLIED": "An application followed",
        "WITHDREW": "Those who enquired did not go on",
        "UNSUITABLE": "The fostering service did not go on with them",
    },
    {"APPLICATION": "APPLIED", "WITHDRAWN": "WITHDREW", "NOT SUITABLE": "UNSUITABLE", "REFUSED": "UNSUITABLE"},
)

TEMPORARY_OUTCOME = CodeSet(
    "how a temporary approval ended",
    {
        "APPROVED": "The carers were approved as foster carers",
        "CHILD_LEFT": "The child left before they were",
        "REFUSED": "The carers were not approved",
    },
    {"PLACEMENT ENDED": "CHILD_LEFT"},
)

KINSHIP_KIND = CodeSet(
    "kind of kinship care",
    {
        "SGO": "Special guardianship order",
        "CAO": "Child arrangements order",
        "INFORMAL": "Kinship care without an order",
    },
    {"SPECIAL GUARDIANSHIP": "SGO", "CHILD ARRANGEMENTS": "CAO", "FAMILY ARRANGEMENT": "INFORMAL", "RO": "CAO"},
)
