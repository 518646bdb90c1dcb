"""Money: what social workers and placements cost, in the words of the section 251 return."""

from data.codes.code_set import CodeSet

COST = CodeSet(
    "kind of cost",
    {
        "STAFF": "Social workers employed",
        "AGENCY": "Agency social workers",
        "FOSTER_OWN": "Fostering, own provision",
        "FOSTER_OTHER": "Fostering, provision of others",
        "HOME_OWN": "Residential care, own provision",
        "HOME_OTHER": "Residential care, provision of others",
        "SUPPORTED": "Supported accommodation",
        "SECURE": "Secure accommodation and remand",
        "OTHER": "Other placements",
    },
    {
        "EMPLOYED": "STAFF",
        "AGENCY STAFF": "AGENCY",
        "IN-HOUSE FOSTERING": "FOSTER_OWN",
        "INDEPENDENT FOSTERING": "FOSTER_OTHER",
        "RESIDENTIAL CARE": "HOME_OTHER",
        "SUPPORTED ACCOMMODATION": "SUPPORTED",
    },
)
