"""How Annex A writes answers for which it has words alone; codes of DfE's it writes as codes, with words after them."""

from data.codes import (
    CARE_LEAVER_ELIGIBILITY,
    CASE_STATUS,
    CATEGORY_OF_ABUSE,
    IN_TOUCH,
    PERMANENCE_PLAN,
    PLACEMENT_LOCATION,
    REASON_ADOPTER_LEFT,
    SEX,
    SUITABILITY,
    YES_NO,
)

ANSWERS = {
    YES_NO: {"Y": "Yes", "N": "No"},
    SEX: {"M": "Male", "F": "Female", "U": "Not stated/recorded (or unborn)"},
    CASE_STATUS: CASE_STATUS.meanings,
    CATEGORY_OF_ABUSE: CATEGORY_OF_ABUSE.meanings,
    PERMANENCE_PLAN: {**PERMANENCE_PLAN.meanings, "ORDER": "SGO/CAO"},
    PLACEMENT_LOCATION: {"IN": "In LA", "OUT": "Out of LA"},
    CARE_LEAVER_ELIGIBILITY: {
        "ELIGIBLE": "Eligible child",
        "RELEVANT": "Relevant child",
        "FORMER": "Former relevant child",
        "QUALIFYING": "Qualifying care leaver",
    },
    IN_TOUCH: {**IN_TOUCH.meanings, "YES": "Yes", "NO": "No"},
    SUITABILITY: {"SUITABLE": "Suitable", "UNSUITABLE": "Unsuitable"},
    REASON_ADOPTER_LEFT: {code: words[0] for code, words in REASON_ADOPTER_LEFT.wordings.items()},
}
