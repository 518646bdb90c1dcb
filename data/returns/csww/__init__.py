"""The census of the children's social work workforce (CSWW), as the XML that goes to DfE: a row for each worker.

Those of the years to 30 September 2022 to 2026 are read. A census tells how the workforce stood on that day, and who
left in the 12 months before, so that it stands for September alone. It has no teams and no children.

Its elements and their codes are those of the schema of 2022 that London's data tools publish (liia-tools, of Social
Finance). DfE's own guides and the specifications of later years could not be read: an element that they added is passed
over by name, and of reason 10 for leaving, "not yet collected" in 2022, the code is taken as a code.
"""

from data.codes import REASON_WORKER_LEFT, WORKER_ROLE, YES_NO
from data.returns.declaration import Listing, Return
from data.returns.list_columns import Amount, Answer, Day, Reference, Words

AS_OF = Day(("ReferenceDate",), happens=False)

RETURN = Return(
    title="CSWW census",
    precedence=5,
    answers={YES_NO: {"Y": "1", "N": "0"}},
    lists={
        "workers": Listing(
            title="CSWWWorker",
            columns={
                "worker": Reference(("SWENo",)),
                "agency": Answer(("AgencyWorker",), YES_NO),
                "fte": Amount(("FTE",)),
                "born": Words(("PersonBirthDate",)),
                "sex": Words(("GenderCurrent", "Sex")),
                "ethnicity": Words(("Ethnicity",)),
                "qualified_at": Words(("QualInst",)),
                "qualified_as": Words(("QualLevel",)),
                "step_up": Words(("StepUpGrad",)),
                "role": Answer(("OrgRole",), WORKER_ROLE),
                "start": Day(("RoleStartDate",), happens=False),
                "came_from": Words(("StartOrigin",)),
                "end": Day(("RoleEndDate",), happens=False),
                "went_to": Words(("LeaverDestination",)),
                "reason": Answer(("ReasonLeave",), REASON_WORKER_LEFT),
                "fte_holding_cases": Amount(("FTE30",)),
                "cases": Amount(("Cases30",)),
                "days_lost": Amount(("WorkingDaysLost",)),
                "contract_weeks": Amount(("ContractWeeks",)),
                "frontline": Words(("FrontlineGrad",)),
                "absent": Words(("Absat30Sept",)),
                "absence": Words(("ReasonAbsence",)),
                "practice_status": Words(("CFKSSstatus",)),
                "as_of": AS_OF,
            },
            known_by=("worker", "agency", "role", "as_of"),
            key=("worker", "start"),
            open_until="end",
            as_of="as_of",
        ),
        "posts": Listing(
            title="LALevelVacancies",
            columns={
                "vacant": Amount(("NumberOfVacancies",)),
                "covered": Amount(("NoAgencyFTE",)),
                "covering": Amount(("NoAgencyHeadcount",)),
                "as_of": AS_OF,
            },
            known_by=("vacant", "covered", "as_of"),
            key=("as_of",),
            as_of="as_of",
        ),
    },
)
