"""The invented borough's censuses of the workforce, as the XML that goes to DfE, written out of its workers' lives."""

from data.invention.cin_census import NUMBER, Element, as_xml
from data.invention.development import posts_of
from data.invention.ordinal_days import day, iso
from data.invention.people import Worker
from data.invention.place import TEAMS
from data.invention.workforce import days_lost, left_on, newly_qualified

NEWLY_QUALIFIED, FRONT_LINE = "1", "2"


def workforce_census_of(workers: list[Worker], year: int, authority: str = NUMBER) -> bytes:
    """Write the census of the year that ends in September of a year: who was in post at any time in it."""
    since, ends = day(year - 1, 9, 30), day(year, 9, 30)
    header: Element = (
        "Header",
        [
            ("CollectionDetails", [("Collection", "CSWW"), ("Year", str(year)), ("ReferenceDate", iso(ends))]),
            ("Source", [("SourceLevel", "L"), ("LEA", authority), ("SoftwareCode", "invented")]),
        ],
    )
    told = [worker for worker in workers if worker.start <= ends and worker.end > since]
    rows: list[Element] = [("CSWWWorker", _worker(worker, since, ends)) for worker in told]
    pieces = map(as_xml, (header, ("LALevelVacancies", _posts(workers, f"{year}-09")), *rows))
    return "".join(('<?xml version="1.0" encoding="utf-8"?>\n<Message>', *pieces, "</Message>\n")).encode()


def _worker(worker: Worker, since: int, ends: int) -> list[Element]:
    """Tell of a worker; what the census has no element for, such as the team, is left out."""
    left = left_on(worker, ends)
    return [
        ("AgencyWorker", "1" if worker.agency else "0"),
        ("SWENo", worker.worker_id),
        ("FTE", worker.fte),
        ("OrgRole", worker.role),
        ("RoleStartDate", iso(worker.start)),
        ("RoleEndDate", left),
        ("ReasonLeave", "1" if left else ""),
        ("WorkingDaysLost", days_lost(worker, since, ends)),
        ("CFKSSstatus", NEWLY_QUALIFIED if newly_qualified(worker, ends) else FRONT_LINE),
    ]


def _posts(workers: list[Worker], month: str) -> list[Element]:
    """Add up the vacancies of every team."""
    vacant, covered = ([float(str(posts_of(team, workers, month).cells[at])) for team in TEAMS] for at in (3, 4))
    return [("NumberOfVacancies", f"{sum(vacant):.2f}"), ("NoAgencyFTE", f"{sum(covered):.2f}")]
