"""Reports as they were issued: their bytes and hash, what officers wrote, and what they were made of; never changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from hashlib import sha256

from data.access import Act, Reader
from data.errors import Mendable
from data.ledger.about import About
from data.ledger.audit_log import record, record_read
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.store.store import Store

EXEMPT_REPORT, PUBLIC_REPORT = "exempt", "public"
WITHOUT_CONTENTS = """
    select issued_reports.* exclude (contents)
    from office.issued_reports as issued_reports
    where issued_reports.authority = $authority and (issued_reports.audience = 'public' or $sees_exempt)
    order by issued_reports.issued_report
"""


@dataclass(frozen=True)
class IssuedReport:
    """Hold what is known of an issued report, its bytes aside.

    `words` are the parts that officers wrote and `told` all that it says, text by text under its place. `state` tells
    the loads that it was read of, `log_head` how far the audit log had come. `number`, `issued_…` (UTC) and `sha256`,
    in hexadecimal, are given on issuing it.
    """

    authority: str
    month: date
    audience: str
    ending: str
    words: Mapping[str, str]
    told: Mapping[str, str]
    version: str
    program: str
    state: str
    log_head: str
    template_name: str = ""
    template: bytes = field(default=b"", repr=False)
    issued_at: datetime | None = None
    issued_by: str = ""
    sha256: str = ""
    number: int = 0

    @property
    def is_public(self) -> bool:
        """Tell whether anybody may read it."""
        return self.audience == PUBLIC_REPORT

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        return {
            "report": self.number,
            "authority": self.authority,
            "month": f"{self.month:%Y-%m}",
            "audience": self.audience,
            "format": self.ending.removeprefix("."),
            "issued_at": f"{self.issued_at:%Y-%m-%dT%H:%M:%SZ}" if self.issued_at else None,
            "issued_by": self.issued_by,
            "version": self.version,
            "program": self.program,
            "store": self.state,
            "template": self.template_name or None,
            "sha256": self.sha256,
        }


def keep_issued(store: Store, reader: Reader, report: IssuedReport, contents: bytes) -> IssuedReport:
    """Keep a report with its bytes as it is issued, entered in the audit log at once; return it with its number.

    Raises:
        Mendable: where the reader may not issue reports.
    """
    reader.must(Act.ANNOTATE)
    reader.must_see_authority(report.authority)
    content = sha256(contents).hexdigest()
    with store.change() as cursor:
        number = next_number(cursor, "issued_report")
        numbered = replace(
            report, number=number, issued_by=reader.who, issued_at=report.issued_at or now(), sha256=content
        )
        cells = {part.name: getattr(numbered, part.name) for part in fields(numbered)}
        cells |= {"words": _written(report.words), "told": _written(report.told)}
        entry = [cells.pop("number"), *cells.values(), contents]
        cursor.execute(f"insert into store.office.issued_reports values ({', '.join('?' * len(entry))})", entry)
        record(cursor, reader, Deed.ISSUED, _about(numbered))
    return numbered


def issued_reports(store: Store, reader: Reader, authority: str) -> list[IssuedReport]:
    """Return the reports that were issued of an authority, the oldest first: those for members to who sees all figures.

    Raises:
        Mendable: where the reader may see no figures.
    """
    reader.must(Act.AGGREGATES)
    rows = store.ask(reader, WITHOUT_CONTENTS, authority=authority, sees_exempt=reader.may(Act.EXACT))
    return [_issued(row) for row in rows.to_dict("records")]


def issued_called(store: Store, reader: Reader, authority: str, number: int) -> IssuedReport:
    """Return what is known of an issued report by its number.

    Raises:
        Mendable: where there is no such report for the reader.
    """
    for report in issued_reports(store, reader, authority):
        if report.number == number:
            return report
    raise Mendable(f"There is no report {number} of {authority} for you. List them with: python cli.py reports")


def issued_report(store: Store, reader: Reader, authority: str, number: int) -> tuple[IssuedReport, bytes]:
    """Return an issued report and its bytes, as they were kept; that they were taken is entered in the audit log.

    Raises:
        Mendable: where there is no such report for the reader, or its bytes are no longer those that were issued.
    """
    report = issued_called(store, reader, authority, number)
    rows = store.ask(
        reader,
        "select contents from office.issued_reports where issued_report = $number",
        number=number,
    )
    contents = bytes(rows["contents"].iloc[0])
    if sha256(contents).hexdigest() != report.sha256:
        raise Mendable(
            f"The bytes kept of report {number} are no longer those that were issued: their hash is not "
            f"{report.sha256}. Put the store back from a backup, and ask again."
        )
    record_read(store, reader, Deed.EXPORTED, _about(report))
    return report, contents


def _about(report: IssuedReport) -> About:
    """Say in the audit log which report it is."""
    page = f"report_{report.number}{report.ending}"
    return About(report.authority, month=report.month, page=page, audience=report.audience, content=report.sha256)


def _written(texts: Mapping[str, str]) -> str:
    """Write texts as they are kept."""
    return json.dumps(dict(texts), ensure_ascii=False)


def _issued(row: dict) -> IssuedReport:
    """Make an issued report of a row, by the names of its columns."""
    texts = {name: json.loads(row[name]) for name in ("words", "told")}
    moments = {"month": row["month"].date(), "issued_at": row["issued_at"].to_pydatetime()}
    others = {"number": int(row.pop("issued_report")), "template": bytes(row["template"])}
    return IssuedReport(**row | texts | moments | others)
