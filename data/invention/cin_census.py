"""The invented borough's censuses of children in need, as the XML that goes to DfE, written out of its stories.

What had not come by the end of the year, or of the month where that is earlier, is not told; what the census has no
element for, such as teams, is left out.
"""

from collections import defaultdict
from collections.abc import Iterator
from xml.sax.saxutils import escape

from data.invention.dated_record import written
from data.invention.known_at_month_end import Borough, child_row
from data.invention.need import Case
from data.invention.need_at_month_end import known, of_its_year
from data.invention.ordinal_days import day, iso, last_day
from data.invention.people import Child, Plan

Element = tuple[str, "str | list[Element]"]
NUMBER = "999"
"""No authority of England has this number of DfE's."""
MODULE_5 = {
    "PPStartDate": 3,
    "LBPSentDate": 4,
    "FGDMMeetingOffer": 5,
    "FGDMMeetingFac": 6,
    "InitialPPMeetingDate": 7,
    "ReviewMeetingsCount": 8,
    "StepDecisionDate": 9,
    "PPOutcome": 10,
    "CourtAppDate": 11,
}
"""The elements of module 5, each with the cell of a record of pre-proceedings that it holds."""
TRUTH = {"Y": "true", "N": "false"}


def census_of(borough: Borough, year: int, month: str, authority: str = NUMBER) -> bytes:
    """Write the census of the year that ends in March of a year, as it stands at the end of a month."""
    begins, ends = day(year - 1, 4, 1), day(year, 3, 31)
    telling = _Telling(borough, begins, min(ends, last_day(month)))
    header: Element = (
        "Header",
        [
            ("CollectionDetails", [("Collection", "CIN"), ("Year", str(year)), ("ReferenceDate", iso(ends))]),
            ("Source", [("SourceLevel", "L"), ("LEA", authority), ("SoftwareCode", "invented"), ("SerialNo", "001")]),
        ],
    )
    pieces = ['<?xml version="1.0" encoding="utf-8"?>\n<Message>', as_xml(header), "<Children>"]
    pieces += map(as_xml, telling.children())
    return "".join((*pieces, "</Children></Message>\n")).encode()


class _Telling:
    """Hold what one census may tell: of which days, and what hangs on whom."""

    def __init__(self, borough: Borough, begins: int, end: int) -> None:
        self.begins, self.end = begins, end
        self.cases: dict[Child, list[Case]] = defaultdict(list)
        for case in borough.need.cases:
            if case.referred <= end and (case.closed >= begins if case.opened else case.referred >= begins):
                self.cases[case.child].append(case)
        self.enquiries, self.plans = defaultdict(list), defaultdict(list)
        for enquiry in borough.need.enquiries:
            self.enquiries[id(enquiry.case)].append(enquiry)
        for plan in borough.need.plans:
            self.plans[id(plan.case)].append(plan)
        self.reviews, self.last_chances = defaultdict(list), defaultdict(list)
        for record in borough.records:
            if record.extract == "cp_reviews":
                self.reviews[record.cells[1]].append(record.cells[4])
            if record.extract == "pre_proceedings":
                self.last_chances[record.child_id].append(record)

    def children(self) -> Iterator[Element]:
        """Tell of every child with a case in the year."""
        for child, cases in self.cases.items():
            identifier, born, sex, ethnicity, disability, *_ = child_row(child, self.end)
            birth = "PersonBirthDate" if child.born <= self.end else "ExpectedPersonBirthDate"
            named: list[Element] = [("LAchildID", identifier), ("UPNunknown", "UN2"), (birth, born), ("Sex", sex)]
            told: list[Element] = [("Ethnicity", ethnicity), ("Disabilities", [("Disability", disability)])]
            yield (
                "Child",
                [
                    ("ChildIdentifiers", named),
                    ("ChildCharacteristics", told),
                    *(("CINdetails", self.case(case)) for case in cases),
                ],
            )

    def case(self, case: Case) -> list[Element]:
        """Tell of a case with all that hangs on it and was going on in the year."""
        is_closed = case.opened and case.closed <= self.end
        elements: list[Element] = [
            ("CINreferralDate", iso(case.referred)),
            ("ReferralSource", of_its_year(case.source, case.referred)),
            ("PrimaryNeedCode", case.need if case.opened else ""),
            ("CINclosureDate", iso(case.closed) if is_closed else ""),
            ("ReasonForClosure", case.reason_closed if is_closed else ""),
            ("ReferralNFA", "false" if case.opened else "true"),
        ]
        if self.during(case.assessment_began, case.authorised):
            days = (iso(case.assessment_began), known(case.authorised, self.end))
            dated = _named(("AssessmentActualStartDate", "AssessmentAuthorisationDate"), days)
            found = case.factors.split(",") if known(case.authorised, self.end) else []
            factors: list[Element] = [("AssessmentFactors", factor) for factor in found]
            elements.append(("Assessments", [*dated, ("FactorsIdentifiedAtAssessment", factors)]))
        for plan in self.plans[id(case)]:
            if self.during(plan.start, plan.end):
                days = (iso(plan.start), known(plan.end, self.end))
                elements.append(("CINPlanDates", _named(("CINPlanStartDate", "CINPlanEndDate"), days)))
        for enquiry in self.enquiries[id(case)]:
            if self.during(enquiry.start, max(enquiry.end, enquiry.conference or 0)):
                is_none = enquiry.end <= self.end and enquiry.conference is None
                days = (iso(enquiry.start), known(enquiry.conference, self.end), "true" if is_none else "false")
                names = ("S47ActualStartDate", "DateOfInitialCPC", "ICPCnotRequired")
                elements.append(("Section47", _named(names, days)))
        elements += [("ChildProtectionPlans", self.plan(plan)) for plan in case.child.plans if self.is_of(plan, case)]
        return [*elements, *self.pre_proceedings(case)]

    def is_of(self, plan: Plan, case: Case) -> bool:
        """Tell whether a plan of ours began in a case and ran in the year."""
        ours = not plan.other_authority and case.opened and case.referred <= plan.start <= case.closed
        return ours and self.during(plan.start, plan.end)

    def plan(self, plan: Plan) -> list[Element]:
        """Tell of a child protection plan with its reviews."""
        latest = plan.category if plan.recategorised <= min(self.end, plan.end) else plan.initial_category
        held = [when for when in self.reviews[plan.plan_id] if isinstance(when, int) and when <= self.end]
        return [
            ("CPPstartDate", iso(plan.start)),
            ("CPPendDate", known(plan.end, self.end)),
            ("InitialCategoryOfAbuse", plan.initial_category),
            ("LatestCategoryOfAbuse", latest),
            ("NumberOfPreviousCPP", str(plan.previous)),
            *(("Reviews", [("CPPreviewDate", iso(when))]) for when in held if when >= self.begins),
        ]

    def pre_proceedings(self, case: Case) -> Iterator[Element]:
        """Tell of pre-proceedings of the year, of which there is a module since 2026/27."""
        for record in self.last_chances[case.child.child_id] if self.begins >= day(2026, 4, 1) else ():
            if case.referred <= record.begins <= case.closed and self.during(record.begins, record.over):
                cells = [written(cell, self.end) for cell in record.cells]
                values: list[Element] = [
                    (name, TRUTH.get(cells[place], cells[place])) for name, place in MODULE_5.items()
                ]
                yield "PreProceedingsandFGDM", values

    def during(self, start: int | None, until: int | None) -> bool:
        """Tell whether something was going on on any day that is told of."""
        return start is not None and start <= self.end and (until is None or until >= self.begins)


def _named(names: tuple[str, ...], values: tuple[str, ...]) -> list[Element]:
    return [(name, value) for name, value in zip(names, values, strict=True)]


def as_xml(element: Element) -> str:
    """Write an element; one that says nothing is left out."""
    name, value = element
    inside = "".join(map(as_xml, value)) if isinstance(value, list) else escape(value)
    return f"<{name}>{inside}</{name}>" if inside else ""
