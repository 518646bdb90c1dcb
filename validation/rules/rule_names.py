"""A rule's name in words, for lists of what was mended: a rule that is gone has no finding left to speak for it."""

from data.extracts import all_extracts

WORDS = {
    "after_month_end": "a date after the month end",
    "american": "dates that look American",
    "another_authority": "rows of another authority",
    "at_least": "too low",
    "at_most": "too high",
    "before_birth": "before the child was born",
    "children_taken_away": "children of the same month taken away",
    "columns_missing": "required columns missing",
    "each_in_set": "not among the codes",
    "fell_over": "this program fell over",
    "in_set": "not among the codes",
    "like_a_day": "changed by Excel into a date",
    "like_rounded": "digits lost in Excel",
    "longest": "too long",
    "named_in_ways": "a name spelled in several ways",
    "nearly_alike": "identifiers that differ only in noughts or hyphens",
    "no_rows": "headings but no rows",
    "not_above": "more than it can be",
    "not_before": "before it can be",
    "not_readable": "the file cannot be read",
    "not_recognised": "the file is none of the extracts",
    "number_of_fields": "too many or too few fields",
    "of_another_month": "files of another month",
    "of_another_year": "a list of another year",
    "one_open": "more than one open at once",
    "one_row_per": "the same thing on more than one row",
    "pattern": "not of the form expected",
    "placeholder": "a date that stands for not known",
    "published_for_another_authority": "files published for another authority",
    "published_under_another_code": "months published under another code of the authority",
    "readable": "cannot be read",
    "required": "missing",
    "respelled": "a name spelled otherwise than before",
    "spelled_in_ways": "an identifier spelled in several ways",
    "stands_for_nobody": "a word for nobody taken for a name",
    "times_of_day": "days with times of day",
    "unique": "the same on more than one row",
    "unusual": "unusual",
}


def rule_in_words(rule: str) -> str:
    """Say what a rule is about, without its column: missing, too long; what is not listed names itself."""
    last = rule.rsplit(".", 1)[-1]
    return WORDS.get(last, last.replace("_", " "))


def column_of(rule: str) -> str:
    """Return the column that a rule is about, or nothing where it is about rows or files."""
    extract, _, rest = rule.partition(".")
    column = rest.rpartition(".")[0]
    return column if extract in all_extracts() and column in all_extracts()[extract].column_names else ""
