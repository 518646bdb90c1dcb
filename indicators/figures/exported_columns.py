"""The layout of figures handed out, which Power BI, Excel and others may rely on.

It has a number. A column may be added under the same number; where one is taken away or comes to mean something else,
the number grows.
"""

from indicators.engine.frameworks import NATIONAL, OFSTED

LAYOUT = 1
COLUMNS = {
    "layout": "Number of this layout",
    "authority": "ONS code of the authority",
    "month": "Last day of the month the figure is of",
    "service": "Service, such as child_protection",
    "indicator": "Identifier of the indicator",
    "title": "What it is called",
    "unit": "count, percent, rate (per 10,000 children) or average",
    "good": "Which way is better: low, high, range or none",
    "by": "What it is broken down by; blank for the whole",
    "group": "Which group of that",
    "value": "The figure, not rounded; blank where there is none",
    "numerator": "What was counted",
    "denominator": "Out of what; blank for a count",
    "not_yet_due": "How many are in neither, being not yet due; blank where that may not be told",
    "reason": "Why there is no figure",
    "counted_from": "records, or aggregates where it was given already counted",
    "load": "Number of the newest load behind it",
    "period": "The quarter or year up to that month that the figure is of; blank where it is of the month",
    "how_counted": "How it is told of that period: added up, pooled, or as at the last day",
    "national": f"Outcome or enabler of the national framework: {', '.join(NATIONAL)}",
    "ofsted": f"Area that Ofsted judges: {', '.join(OFSTED)}",
}
