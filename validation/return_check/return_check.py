"""The check of a return as it is told: what stands, by DfE's number, since when and by team; and what was not asked.

Whoever may see rows is told each of them; whoever may see small figures, of every team, how many there are by rule and
team; anybody else only how many rules speak, which is no number of children.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from data.access import Act, Reader
from data.codes import collection_year
from data.errors import Mendable
from data.extracts import all_extracts
from data.ledger.history import months_held, published_rows
from data.ledger.query_reasons import sentence_of
from data.months import in_words, month_end_before
from data.returns.collection_years import CollectionYear, year_asked
from data.store.store import Store
from validation.files.against_published import Published
from validation.return_check.asking import asks
from validation.return_check.held_extracts import HeldExtracts
from validation.return_check.month_judged import MonthJudged, month_judged, standing_then
from validation.return_check.standing_since import Key, Since, Then, standing_since
from validation.rules.finding import Finding, in_order
from validation.rules.severity import BLOCK, QUERY

HERE = {BLOCK: "blocks", QUERY: "queries"}
"""What a rule does here where a file is checked; any other only informs."""


@dataclass(frozen=True)
class RowFound:
    """Hold a row of which a rule of DfE's would speak; `day` is the row's own, where it has one."""

    number: str
    severity: str
    extract: str
    column: str
    subject: str
    asks: str
    sentence: str
    team: str
    day: date | None = None
    since: Since | None = None

    @property
    def rule_place(self) -> tuple[str, str, str]:
        """Return by what rows are put together: the number, the extract or file, the column."""
        return self.number, self.extract, self.column


@dataclass(frozen=True)
class RuleFound:
    """Hold a rule that would speak: what it asks, of how many rows it speaks, since when of the first, by team."""

    number: str
    severity: str
    extract: str
    column: str
    asks: str
    rows: int
    since: str
    teams: Mapping[str, int]

    @property
    def here(self) -> str:
        """Say what the rule does where a file is checked."""
        return HERE.get(self.severity, "informs")


@dataclass(frozen=True)
class ReturnCheck:
    """Hold what DfE's validation would say of a return's year, as far as its reader may be told.

    `rules` is empty where only `speaking`, how many rules speak, may be told; `rows` where no row may be. `cannot`
    gives the numbers that were not asked by the reason why; `waiting` says of files why they were set aside.
    """

    year: CollectionYear
    of_what: str
    speaking: int
    rules: tuple[RuleFound, ...]
    rows: tuple[RowFound, ...]
    judged: tuple[str, ...]
    cannot: Mapping[str, tuple[str, ...]]
    today: date
    waiting: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """Say in a sentence how many rules of DfE's would speak, and of what."""
        many = f"of {len(self.judged)} rules of DfE's that can be asked of {self.of_what}, {self.speaking} would speak"
        return f"{self.year.title}: {many}. {self.year.countdown(self.today)}"

    @property
    def rule_records(self) -> list[dict]:
        """Return the rules that would speak in plain values."""
        return [
            {
                "dfe_rule": rule.number,
                "here": rule.here,
                "where": rule.extract,
                "column": rule.column,
                "asks": rule.asks,
                "rows": rule.rows,
                "since": rule.since,
                "teams": dict(rule.teams),
            }
            for rule in self.rules
        ]

    @property
    def row_records(self) -> list[dict]:
        """Return the rows of which rules would speak in plain values."""
        return [
            {
                "dfe_rule": row.number,
                "where": row.extract,
                "column": row.column,
                "about": row.subject,
                "team": row.team,
                "of": None if row.day is None else f"{row.day:%Y-%m-%d}",
                "since": "" if row.since is None else str(row.since),
                "what": row.sentence,
            }
            for row in self.rows
        ]

    @property
    def unasked_records(self) -> list[dict]:
        """Return the rules that were not asked, by the reason why, in plain values."""
        return [{"why": why, "rules": len(numbers), "dfe_rules": list(numbers)} for why, numbers in self.cannot.items()]

    def seen_by(self, reader: Reader) -> "ReturnCheck":
        """Return what of it a reader may be told."""
        if reader.may(Act.ROWS):
            return self
        rules = self.rules if reader.may(Act.EXACT, Act.TEAMS) else ()
        return replace(self, rules=rules, rows=())


def check_of_store(
    store: Store, reader: Reader, authority: str, collection: str, year: str, month: date | None = None
) -> ReturnCheck:
    """Check what is published for a month of a return's year, the latest where none is named.

    Raises:
        Mendable: where the return or its year is not known, or no month of it is published.
    """
    reader.must(Act.AGGREGATES)
    reader.must_see_authority(authority)
    of = year_asked(collection, year)
    months = [day for day in months_held(store, reader, authority) if month is None or day <= month]
    of_year = [day for day in months if collection_year(day) == of.year]
    if not of_year or (month is not None and of_year[-1] != month):
        raise Mendable(
            f"Nothing of {of.year} is published for {authority}{f' up to {in_words(month)}' if month else ''}: publish "
            f"a month from {in_words(of.begins)} to {in_words(of.ends)}, or name the files of the return."
        )
    judged, since = _judged(store, reader.as_who_counts(), authority, of, of_year[-1], months)
    rows = tuple(_row_found(finding, judged.extracts, since) for finding in in_order(judged.findings))
    of_what = f"what is published for {in_words(of_year[-1])}"
    return put_together(of, of_what, rows, judged.judged, judged.cannot).seen_by(reader)


def by_team(teams: Mapping[str, int]) -> str:
    """Write how many rows each team has, for a person to read; a team's own name may end in a number."""
    return ", ".join(f"{team} ({many})" for team, many in teams.items())


def put_together(
    year: CollectionYear,
    of_what: str,
    rows: tuple[RowFound, ...],
    judged: tuple[str, ...],
    cannot: Mapping[str, tuple[str, ...]],
) -> ReturnCheck:
    """Put what was found together, rule by rule, those of the most rows first among those as grave."""
    places = list(dict.fromkeys(row.rule_place for row in rows))
    rules = tuple(_rule_found([row for row in rows if row.rule_place == place]) for place in places)
    speaking = len({rule.number for rule in rules})
    return ReturnCheck(year, of_what, speaking, rules, rows, judged, cannot, datetime.now(UTC).date())


def _judged(
    store: Store, counting: Reader, authority: str, year: CollectionYear, month: date, months: list[date]
) -> tuple[MonthJudged, Mapping[Key, Since]]:
    """Judge what is published for a month, and look through the months before for what stood then, too."""

    def published(of: date) -> Published:
        return lambda extract: published_rows(store, counting, authority, of, extract)

    judged = month_judged(year, month, published(month), published(month_end_before(month)), authority)
    of_rows = [finding for finding in judged.findings if finding.row is not None]
    children = {judged.extracts.child_of(finding.extract or "", finding.row or 0) for finding in of_rows}

    def stood(earlier: date, sought: Sequence[Finding]) -> Then:
        last_month = published(month_end_before(earlier))
        return standing_then(year, earlier, published(earlier), last_month, authority, sought, children)

    return judged, standing_since(of_rows, month, months, stood)


def _row_found(finding: Finding, extracts: HeldExtracts, since: Mapping[Key, Since]) -> RowFound:
    """Say of a finding what it is about, whose it is and since when it has stood."""
    extract = finding.extract or ""
    declared = all_extracts()[extract]
    return RowFound(
        finding.dfe_rule,
        finding.severity,
        declared.title,
        finding.column or "",
        finding.subject,
        asks(finding),
        sentence_of(finding.message),
        "" if finding.row is None else extracts.team_of(extract, finding.row),
        None if finding.row is None else extracts.day_of(extract, finding.row),
        since.get((finding.rule, finding.subject)),
    )


def _rule_found(rows: list[RowFound]) -> RuleFound:
    """Count the rows of one rule at one column."""
    first = rows[0]
    teams = {team: sum(row.team == team for row in rows) for team in sorted({row.team for row in rows} - {""})}
    stood = [row.since for row in rows if row.since is not None]
    since = str(min(stood, key=lambda one: (one.month, not one.or_before))) if stood else ""
    return RuleFound(first.number, first.severity, first.extract, first.column, first.asks, len(rows), since, teams)
