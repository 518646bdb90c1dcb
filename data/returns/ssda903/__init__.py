"""The SSDA903 return on looked-after children, as csv files: one list in each, days written dd/mm/yyyy.

Headings are those of the years 2017/18 to 2026/27, with the columns that some exports add; 2026/27 brought the twelfth
list, DoLo. A return is whole from 1 April of its year; several years of it may be given at once.
"""

from data.codes import (
    ACCOMMODATION,
    ACTIVITY,
    CATEGORY_OF_NEED,
    ETHNICITY,
    IN_TOUCH,
    LEGAL_STATUS,
    MISSING_OR_ABSENT,
    PLACEMENT,
    PLACEMENT_LOCATION,
    PLACEMENT_PROVIDER,
    PREVIOUS_PERMANENCE,
    REASON_EPISODE_ENDED,
    REASON_EPISODE_STARTED,
    REASON_PLACEMENT_CHANGED,
    REASON_REVERSED,
    REASON_WORKER_CHANGED,
    REVIEW_PARTICIPATION,
    SDQ_REASON,
    SEX,
    YES_NO,
)
from data.returns.declaration import Listing, Return
from data.returns.list_columns import Amount, Answer, Authority, Day, Reference, Words

CHILD = {"child": Reference(("CHILD",))}
BORN = {**CHILD, "dob": Day(("DOB",), happens=False)}

RETURN = Return(
    title="SSDA903 return",
    precedence=1,
    years=True,
    answers={YES_NO: {"Y": "1", "N": "0"}},
    lists={
        "header": Listing(
            title="Header",
            columns={
                **BORN,
                "sex": Answer(("SEX", "GENDER"), SEX),
                "ethnic": Answer(("ETHNIC", "ETHNICITY"), ETHNICITY),
                "upn": Reference(("UPN",)),
                "mother": Answer(("MOTHER",), YES_NO),
                "mc_dob": Day(("MC_DOB",), happens=False),
            },
            known_by=("child", "dob", "sex", "ethnic"),
            key=("child",),
        ),
        "episodes": Listing(
            title="Episodes",
            columns={
                **CHILD,
                "decom": Day(("DECOM",)),
                "rne": Answer(("RNE",), REASON_EPISODE_STARTED),
                "ls": Answer(("LS",), LEGAL_STATUS),
                "cin": Answer(("CIN",), CATEGORY_OF_NEED),
                "place": Answer(("PLACE",), PLACEMENT),
                "place_provider": Answer(("PLACE_PROVIDER",), PLACEMENT_PROVIDER),
                "dec": Day(("DEC",)),
                "rec": Answer(("REC",), REASON_EPISODE_ENDED),
                "reason_place_change": Answer(("REASON_PLACE_CHANGE",), REASON_PLACEMENT_CHANGED),
                "home_post": Words(("HOME_POST",)),
                "pl_post": Words(("PL_POST",)),
                "urn": Reference(("URN",)),
                "pl_la": Authority(("PL_LA",)),
                "pl_location": Answer(("PL_LOCATION",), PLACEMENT_LOCATION),
                "pl_distance": Amount(("PL_DISTANCE",)),
            },
            known_by=("child", "decom", "rne", "ls", "place", "dec", "rec"),
            key=("child", "decom"),
            open_until="dec",
        ),
        "reviews": Listing(
            title="Reviews",
            columns={**BORN, "review": Day(("REVIEW",)), "review_code": Answer(("REVIEW_CODE",), REVIEW_PARTICIPATION)},
            known_by=("child", "review", "review_code"),
            key=("child", "review"),
        ),
        "uasc": Listing(
            title="UASC",
            columns={**BORN, "sex": Answer(("SEX", "GENDER"), SEX), "duc": Day(("DUC",), happens=False)},
            known_by=("child", "duc"),
            key=("child",),
        ),
        "oc2": Listing(
            title="OC2",
            columns={
                **BORN,
                "sdq_score": Amount(("SDQ_SCORE",)),
                "sdq_reason": Answer(("SDQ_REASON",), SDQ_REASON),
                "convicted": Answer(("CONVICTED",), YES_NO),
                "health_check": Answer(("HEALTH_CHECK",), YES_NO),
                "immunisations": Answer(("IMMUNISATIONS",), YES_NO),
                "teeth_check": Answer(("TEETH_CHECK",), YES_NO),
                "health_assessment": Answer(("HEALTH_ASSESSMENT",), YES_NO),
                "substance_misuse": Answer(("SUBSTANCE_MISUSE",), YES_NO),
                "intervention_received": Answer(("INTERVENTION_RECEIVED",), YES_NO),
                "intervention_offered": Answer(("INTERVENTION_OFFERED",), YES_NO),
            },
            known_by=("child", "sdq_score", "health_assessment", "teeth_check"),
            key=("child",),
            yearly=True,
        ),
        "oc3": Listing(
            title="OC3",
            columns={
                **BORN,
                "in_touch": Answer(("IN_TOUCH",), IN_TOUCH),
                "activ": Answer(("ACTIV",), ACTIVITY),
                "accom": Answer(("ACCOM",), ACCOMMODATION),
            },
            known_by=("child", "in_touch", "activ", "accom"),
            key=("child",),
            yearly=True,
        ),
        "ad1": Listing(
            title="AD1",
            columns={
                **BORN,
                "date_int": Day(("DATE_INT",)),
                "date_match": Day(("DATE_MATCH",)),
                "foster_care": Answer(("FOSTER_CARE",), YES_NO),
                "nb_adoptr": Amount(("NB_ADOPTR",)),
                "sex_adoptr": Words(("SEX_ADOPTR",)),
                "ls_adoptr": Words(("LS_ADOPTR",)),
            },
            known_by=("child", "date_int", "date_match"),
            key=("child",),
        ),
        "placed_adoption": Listing(
            title="PlacedAdoption",
            columns={
                **BORN,
                "date_placed": Day(("DATE_PLACED",)),
                "date_placed_ceased": Day(("DATE_PLACED_CEASED",)),
                "reason_placed_ceased": Answer(("REASON_PLACED_CEASED",), REASON_REVERSED),
            },
            known_by=("child", "date_placed", "date_placed_ceased"),
            key=("child", "date_placed"),
            open_until="date_placed_ceased",
        ),
        "prev_perm": Listing(
            title="PrevPerm",
            columns={
                **BORN,
                "prev_perm": Answer(("PREV_PERM",), PREVIOUS_PERMANENCE),
                "la_perm": Authority(("LA_PERM",)),
                "date_perm": Words(("DATE_PERM",)),
            },
            known_by=("child", "prev_perm"),
            key=("child",),
        ),
        "missing": Listing(
            title="Missing",
            columns={
                **BORN,
                "missing": Answer(("MISSING",), MISSING_OR_ABSENT),
                "mis_start": Day(("MIS_START",)),
                "mis_end": Day(("MIS_END",)),
            },
            known_by=("child", "missing", "mis_start", "mis_end"),
            key=("child", "mis_start"),
            open_until="mis_end",
        ),
        "dolo": Listing(
            title="DoLo",
            columns={**BORN, "dolo_start": Day(("DOLO_START",)), "dolo_end": Day(("DOLO_END",))},
            known_by=("child", "dolo_start", "dolo_end"),
            key=("child", "dolo_start"),
            open_until="dolo_end",
        ),
        "sw_episodes": Listing(
            title="SWEpisodes",
            columns={
                **BORN,
                "sw_id": Reference(("SW_ID",)),
                "sw_decom": Day(("SW_DECOM",)),
                "sw_dec": Day(("SW_DEC",)),
                "sw_reason": Answer(("SW_REASON",), REASON_WORKER_CHANGED),
            },
            known_by=("child", "sw_id", "sw_decom"),
            key=("child", "sw_decom"),
            open_until="sw_dec",
        ),
    },
)
