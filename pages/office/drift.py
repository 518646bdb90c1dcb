"""How long plans last."""

from pages.kit.frame.choices import chosen
from pages.kit.month.drift import by_beginning, how_it_is_worked_out, kept, what_lies_ahead, what_plans_end_with

choices = chosen()
forecasts = kept(choices.reader, choices.authority, choices.month, choices.revision)
what_lies_ahead(forecasts)
by_beginning(choices, forecasts)
what_plans_end_with(choices, forecasts)
how_it_is_worked_out(forecasts)
