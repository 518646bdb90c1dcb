"""The SSDA903 return on looked-after children, as csv files: one list in each, days written dd/mm/yyyy.

Headings are those of the years 2017/18 to 2025/26, with the columns that some exports add. A return is whole from
1 April of its year; several years of it may be given at once.
"""

from data.returns.declaration import Listing, Return

CHILD = {"child": ("CHILD",)}
BORN = {**CHILD, "dob": ("DOB",)}

RETURN = Return(
    title="SSDA903 return",
    precedence=1,
    years=True,
    lists={
        "header": Listing(
            title="Header",
            columns={
                **BORN,
                "sex": ("SEX", "GENDER"),
                "ethnic": ("ETHNIC", "ETHNICITY"),
                "upn": ("UPN",),
                "mother": ("MOTHER",),
                "mc_dob": ("MC_DOB",),
            },
            known_by=("child", "dob", "sex", "ethnic"),
            dates=("dob", "mc_dob"),
            key=("child",),
        ),
        "episodes": Listing(
            title="Episodes",
            columns={
                **CHILD,
                "decom": ("DECOM",),
                "rne": ("RNE",),
                "ls": ("LS",),
                "cin": ("CIN",),
                "place": ("PLACE",),
                "place_provider": ("PLACE_PROVIDER",),
                "dec": ("DEC",),
                "rec": ("REC",),
                "reason_place_change": ("REASON_PLACE_CHANGE",),
                "home_post": ("HOME_POST",),
                "pl_post": ("PL_POST",),
                "urn": ("URN",),
                "pl_la": ("PL_LA",),
                "pl_location": ("PL_LOCATION",),
                "pl_distance": ("PL_DISTANCE",),
            },
            known_by=("child", "decom", "rne", "ls", "place", "dec", "rec"),
            dates=("decom", "dec"),
            key=("child", "decom"),
            open_until="dec",
        ),
        "reviews": Listing(
            title="Reviews",
            columns={**BORN, "review": ("REVIEW",), "review_code": ("REVIEW_CODE",)},
            known_by=("child", "review", "review_code"),
            dates=("dob", "review"),
            key=("child", "review"),
        ),
        "uasc": Listing(
            title="UASC",
            columns={**BORN, "sex": ("SEX", "GENDER"), "duc": ("DUC",)},
            known_by=("child", "duc"),
            dates=("dob", "duc"),
            key=("child",),
        ),
        "oc2": Listing(
            title="OC2",
            columns={
                **BORN,
                "sdq_score": ("SDQ_SCORE",),
                "sdq_reason": ("SDQ_REASON",),
                "convicted": ("CONVICTED",),
                "health_check": ("HEALTH_CHECK",),
                "immunisations": ("IMMUNISATIONS",),
                "teeth_check": ("TEETH_CHECK",),
                "health_assessment": ("HEALTH_ASSESSMENT",),
                "substance_misuse": ("SUBSTANCE_MISUSE",),
                "intervention_received": ("INTERVENTION_RECEIVED",),
                "intervention_offered": ("INTERVENTION_OFFERED",),
            },
            known_by=("child", "sdq_score", "health_assessment", "teeth_check"),
            dates=("dob",),
            key=("child",),
            yearly=True,
        ),
        "oc3": Listing(
            title="OC3",
            columns={**BORN, "in_touch": ("IN_TOUCH",), "activ": ("ACTIV",), "accom": ("ACCOM",)},
            known_by=("child", "in_touch", "activ", "accom"),
            dates=("dob",),
            key=("child",),
            yearly=True,
        ),
        "ad1": Listing(
            title="AD1",
            columns={
                **BORN,
                "date_int": ("DATE_INT",),
                "date_match": ("DATE_MATCH",),
                "foster_care": ("FOSTER_CARE",),
                "nb_adoptr": ("NB_ADOPTR",),
                "sex_adoptr": ("SEX_ADOPTR",),
                "ls_adoptr": ("LS_ADOPTR",),
            },
            known_by=("child", "date_int", "date_match"),
            dates=("dob", "date_int", "date_match"),
            key=("child",),
        ),
        "placed_adoption": Listing(
            title="PlacedAdoption",
            columns={
                **BORN,
                "date_placed": ("DATE_PLACED",),
                "date_placed_ceased": ("DATE_PLACED_CEASED",),
                "reason_placed_ceased": ("REASON_PLACED_CEASED",),
            },
            known_by=("child", "date_placed", "date_placed_ceased"),
            dates=("dob", "date_placed", "date_placed_ceased"),
            key=("child", "date_placed"),
            open_until="date_placed_ceased",
        ),
        "prev_perm": Listing(
            title="PrevPerm",
            columns={**BORN, "prev_perm": ("PREV_PERM",), "la_perm": ("LA_PERM",), "date_perm": ("DATE_PERM",)},
            known_by=("child", "prev_perm"),
            dates=("dob",),
            key=("child",),
        ),
        "missing": Listing(
            title="Missing",
            columns={**BORN, "missing": ("MISSING",), "mis_start": ("MIS_START",), "mis_end": ("MIS_END",)},
            known_by=("child", "missing", "mis_start", "mis_end"),
            dates=("dob", "mis_start", "mis_end"),
            key=("child", "mis_start"),
            open_until="mis_end",
        ),
        "sw_episodes": Listing(
            title="SWEpisodes",
            columns={
                **BORN,
                "sw_id": ("SW_ID",),
                "sw_decom": ("SW_DECOM",),
                "sw_dec": ("SW_DEC",),
                "sw_reason": ("SW_REASON",),
            },
            known_by=("child", "sw_id", "sw_decom"),
            dates=("dob", "sw_decom", "sw_dec"),
            key=("child", "sw_decom"),
            open_until="sw_dec",
        ),
    },
)
