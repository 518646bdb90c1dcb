"""Figures in what officers write: put in from the store where the text names them, and nothing small told in public.

Numbers that they type are compared with the figures that stand beside them, and those that are none now are said.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from data.access import Reader
from data.errors import Mendable
from data.ledger.history import months_held
from data.months import in_words
from data.personal_details import A_NAME
from data.store.store import Store
from indicators.change.comments import commented
from indicators.change.members_questions import asked
from indicators.change.mentions import MONTHS_BACK, OWN, PLACE, Mention, mention_of
from indicators.change.numbers_by_hand import Beside, Number, numbers_by_hand, written_in
from indicators.change.restatements import Restatement, restatements
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures
from indicators.figures.public_texts import objections
from pages.report.committee import ReportRead, committee_report
from pages.report.document import Table
from pages.report.officers_words import UNWRITTEN, OfficersWords
from pages.report.remarks import carried
from pages.words.commentary import figure_put_in, pointed_out, typed_by_hand

PROSE = ("summary", "recommendations", "background", "challenges", "financial", "legal", "diversity")
"""The parts in which figures are told; the others say who, when and where, and name people."""


def with_figures(
    store: Store, asker: Reader, authority: str, month: date, public: bool, words: OfficersWords
) -> OfficersWords:
    """Return what officers wrote with the figures put in that it names, as the asker, or with `public` anybody, sees.

    `{average_caseload}` stands for a figure of the report's month; `{average_caseload:previous}` for that of a month
    before, `:year_before` of a year, and `:counts` for what it is made of.

    Raises:
        Mendable: naming the part and the place, where there is no such figure; or what in it the public may not know.
    """
    reader = asker.as_the_public() if public else asker
    texts = {part: getattr(words, part) for part in PROSE}
    mentions = {part: _mentions(part, text, month) for part, text in texts.items()}
    seen = _seen(store, reader, authority, [one for named in mentions.values() for one in named])
    for part, text in texts.items():
        if public:
            _must_tell_nobody(store, asker, authority, part, text)
        pieces = PLACE.split(text)
        put_in = [figure_put_in(one, seen.get((one.indicator, one.month))) for one in mentions[part]]
        pieces[1::2] = put_in
        texts[part] = "".join(pieces)
    return replace(words, **texts)


def _mentions(part: str, text: str, month: date) -> list[Mention]:
    """Return the figures that a part names, in their order."""
    if set("{}") & set(PLACE.sub("", text)):
        raise Mendable(
            f"A bracket is open in the part {part}. Write a figure as {{average_caseload}}, with both brackets."
        )
    mentions = [(mention_of(written, OWN, month), written) for written in PLACE.findall(text)]
    for mention, written in mentions:
        if mention.indicator not in all_indicators() or mention.how not in MONTHS_BACK:
            raise Mendable(
                f"The part {part} names a figure that there is none of: {{{written}}}. Write the identifier of an "
                "indicator, such as {average_caseload}, and after a colon previous, year_before or counts."
            )
    return [mention for mention, _ in mentions]


def _seen(store: Store, reader: Reader, authority: str, mentions: Sequence[Mention]) -> dict[tuple[str, date], Figure]:
    """Return the figures that are named, by indicator and month, as the reader may see them.

    Raises:
        Mendable: where one is of a month that was not published.
    """
    measures = [indicator_called(name) for name in dict.fromkeys(mention.indicator for mention in mentions)]
    months = sorted({mention.month for mention in mentions})
    if lacking := [one for one in months if one not in months_held(store, reader, authority)]:
        raise Mendable(
            f"A figure of {in_words(lacking[0])} is named, which was not published. Name one of another month."
        )
    named = figures(store, reader, measures, authority, months) if measures else []
    return {(figure.indicator, figure.month): figure for figure in named}


def _must_tell_nobody(store: Store, reader: Reader, authority: str, part: str, text: str) -> None:
    """Refuse a part that tells the public what it may not know; what looks like a name may be none.

    Raises:
        Mendable: naming the part, and what in it.
    """
    objected = [one for one in objections(store, reader, text, authority, None) if one.kind != A_NAME] if text else []
    if objected:
        raise Mendable(f"The part {part} is for the public. {pointed_out(objected)[0]}")


def numbers_to_look_at(
    store: Store,
    asker: Reader,
    read: ReportRead,
    words: OfficersWords,
    kept: Callable[[Reader, tuple[date, ...], tuple[str, ...]], Sequence[Restatement]] | None = None,
) -> list[str]:
    """Say in a sentence each which numbers that officers typed are no figure of a report, or no longer are.

    They stand in the parts they write, in comments on the month, and in answers to members' questions. What was
    restated is read only where a number was typed: as it is `kept` by reader, months and indicators, or of the store.
    """
    reader = asker.as_the_public() if read.public else asker
    all_series = {series.indicator.id: series for subject in read.subjects for series in subject.all_series}
    months = tuple(figure.month for figure in next(iter(all_series.values())).figures)

    def editions() -> list[Figure]:
        measures = [series.indicator for series in all_series.values()]
        moved = (
            kept(reader, months, tuple(all_series))
            if kept
            else restatements(store, reader, measures, read.authority, months)
        )
        return [figure for one in moved for figure in (one.first, *(step.figure for step in one.steps[:-1]))]

    beside = Beside({name: one.figures for name, one in all_series.items()}, lambda: _in_tables(read), editions)
    return [
        typed_by_hand(where, number)
        for where, text, own in _written_by_officers(store, reader, read, words)
        for number in numbers_by_hand(text, own, beside)
    ]


def _written_by_officers(
    store: Store, reader: Reader, read: ReportRead, words: OfficersWords
) -> Iterator[tuple[str, str, str | None]]:
    """Yield the texts that officers wrote for a report: where each stands, itself, and the indicator that it is about.

    Of whoever may see no small number, remarks with a number in them go into no report.
    """
    yield from ((f"The part {part}", getattr(words, part), None) for part in PROSE)
    if not reader.sees_small_numbers:
        return
    for remark in commented(store, reader, read.authority, [read.month]):
        comment = remark.comment
        yield f"The comment on “{indicator_called(comment.indicator).title}”", comment.text, comment.indicator
    for question in carried(asked(store, reader, read.authority), read.month):
        yield f"The answer to question {question.number}", question.answer, question.indicator


def _in_tables(read: ReportRead) -> Iterator[Number]:
    """Yield the numbers in the tables of a report, in which nobody types."""
    for section in committee_report(read, UNWRITTEN).sections:
        for table in (part for part in section.parts if isinstance(part, Table)):
            yield from (number for row in table.rows for cell in row for number in written_in(str(cell)))
