"""Days and months as people and systems write them in England: read where only one day can be meant, else refused."""

import re
from calendar import day_abbr, month_abbr, month_name, monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

BLANK = {"NULL", "#N/A", "N/A", "NA", "NONE", "NAN", "NAT", "-", "--"}
"""How systems write a missing value where no value could be spelled so, in capitals."""
EXCEL_BLANK = re.compile(
    r"(?:0|00[/.-](?:0?1|Jan)[/.-](?:1900|00)|1900-01-00|30/12/1899|1899-12-30)"
    r"(?:[T ]0?0:00(?::00)?)?|00:00:00",
    re.IGNORECASE,
)
"""A nought or less that was formatted as a date: Excel shows 00/01/1900 or a row of hashes."""
NO_DAY = re.compile(r"(?:00[/.-]00[/.-]0000|0000-00-00)(?:[T ]0?0:00(?::00)?)?|[ /.-]+")
"""A day of noughts, as some systems keep no day, and the strokes of a form that was left empty."""

ENGLISH_TIME = ZoneInfo("Europe/London")
MONTHS = {name.lower(): number for names in (month_abbr, month_name) for number, name in enumerate(names) if name}
MONTHS["sept"] = 9
WEEKDAYS = {name.lower(): number for number, name in enumerate(day_abbr)}
NAMED = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?[,.]? ", re.IGNORECASE)
CLOCK = re.compile(
    r"(?:,? |T)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?(?: ?(?P<half>[ap])\.?m\.?)?"
    r"(?: ?(?P<zone>Z|UTC|GMT|BST|[-+]\d{2}(?::?\d{2})?))?$",
    re.IGNORECASE,
)
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:Z|[-+]\d{2}:\d{2})?",
        r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",  # else it would be of a year before 1300
        ORDINAL + r"[- /]?(?: ?of )?" + NAMED + r",?[- /]?(?P<year>\d{4})",
        NAMED + "[- ]" + ORDINAL + r",?[- ](?P<year>\d{4})",
        r"(?P<year>\d{4})[- /]" + NAMED + "[- /]" + ORDINAL,
    )
)
SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?")
MONTH_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})",
        r"(?P<month>\d{1,2})[-/](?P<year>\d{4})",
        NAMED + r",?[- /](?P<year>\d{4})",
        r"(?P<year>\d{4})[- /]" + NAMED,
    )
)
SHORT_MONTH = re.compile(NAMED + r"[- /]['’]?(?P<year>\d{2})", re.IGNORECASE)
"""A month as Excel shows it, such as Oct-26: in a column of months the figures are the year, of this century."""
DAY_NOUGHT = date(1899, 12, 30)
DAY_NOUGHT_1904 = date(1904, 1, 1)


@dataclass(frozen=True)
class Moment:
    """Hold a day in England, the time of day that was written with it, and whether it was an instant of some zone."""

    day: date
    clock: time = time()
    instant: bool = False


def read_date(text: str, nought: date = DAY_NOUGHT) -> date | None:
    """Read a day as an English office writes it, never month first in figures; refuse two-digit years.

    Raises:
        ValueError: where the text is no day, or could be more than one.
    """
    moment = read_moment(text, nought)
    return moment.day if moment else None


def read_moment(text: str, nought: date = DAY_NOUGHT) -> Moment | None:
    """Read a day with the time of day beside it, midnight where there is none; an instant is turned to English time.

    Raises:
        ValueError: where the text is no day, or could be more than one, or a weekday contradicts it.
    """
    if not text or text.upper() in BLANK or EXCEL_BLANK.fullmatch(text) or NO_DAY.fullmatch(text):
        return None
    if is_day_number(text):
        return _of_day_number(text, nought)
    weekday = WEEKDAY.match(text)
    text = text[weekday.end() :] if weekday else text
    clock = CLOCK.search(text)
    day = _day(text[: clock.start()] if clock else text)
    if weekday and WEEKDAYS[weekday[1].lower()] != day.weekday():
        raise ValueError(text)
    return _at(day, clock) if clock else Moment(day)


def read_month(text: str, nought: date = DAY_NOUGHT) -> date | None:
    """Read a month, or the month of a day, as its last day.

    Raises:
        ValueError: where the text is no month, or could be more than one.
    """
    for form in MONTH_FORMS:
        if match := form.fullmatch(text):
            return _last_day(int(match["year"]), _month_number(match["month"]))
    if match := SHORT_MONTH.fullmatch(text):
        return _last_day(2000 + int(match["year"]), _month_number(match["month"]))
    day = read_date(text, nought)
    return _last_day(day.year, day.month) if day else None


def is_day_number(text: str) -> bool:
    """Tell whether a text is a day as Excel counts days, between 1954 and 2064."""
    match = SERIAL.fullmatch(text)
    return bool(match) and 20000 <= int(match[1]) <= 60000


def _day(text: str) -> date:
    for form in FORMS:
        if match := form.fullmatch(text):
            return date(int(match["year"]), _month_number(match["month"]), int(match["day"]))
    raise ValueError(text)


def _at(day: date, clock: re.Match[str]) -> Moment:
    """Set a time of day beside a day; where a zone is named, say which day and time that was in England."""
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half == "a" and hour > 12:
        raise ValueError(clock[0])
    hour = hour + 12 if half == "p" and hour < 12 else 0 if half == "a" and hour == 12 else hour
    written = time(hour, int(clock["minute"]), int(clock["second"] or 0))
    if not clock["zone"]:
        return Moment(day, written)
    try:
        there = datetime.combine(day, written, _zone(clock["zone"].upper()))
        here = there.astimezone(ENGLISH_TIME)
    except OverflowError as error:
        raise ValueError(clock[0]) from error
    # A day that a system dates at midnight of Greenwich is that day in summer, too, when English clocks say one.
    midnight = there.utcoffset() == timedelta() and written == time()
    return Moment(here.date(), time() if midnight else here.time(), True)


def _zone(name: str) -> timezone:
    if name in ("Z", "UTC", "GMT"):
        return UTC
    if name == "BST":
        return timezone(timedelta(hours=1))
    figures = name[1:].replace(":", "").ljust(4, "0")
    if int(figures[2:]) > 59:
        raise ValueError(name)
    offset = timedelta(hours=int(figures[:2]), minutes=int(figures[2:]))
    return timezone(-offset if name[0] == "-" else offset)


def _of_day_number(text: str, nought: date) -> Moment:
    """Read a day as Excel counts it, its decimals being the share of the day that was over."""
    seconds = round(float(f"0.{text[6:] or 0}") * 86400)
    moment = datetime.combine(nought + timedelta(days=int(text[:5])), time()) + timedelta(seconds=seconds)
    return Moment(moment.date(), moment.time())


def _month_number(text: str) -> int:
    number = int(text) if text.isdigit() else MONTHS.get(text.lower(), 0)
    if not 1 <= number <= 12:
        raise ValueError(text)
    return number


def _last_day(year: int, month: int) -> date:
    if not 1 <= year <= 9999:
        raise ValueError(str(year))
    return date(year, month, monthrange(year, month)[1])
