"""How long plans last."""

from pages.kit.frame.choices import chosen
from pages.kit.month.drift import by_beginning, how_it_is_worked_out, kept, what_lies_ahead, what_plans_end_with

now = chosen()
found = kept(now.reader, now.authority, now.month, now.revision)
what_lies_ahead(found)
by_beginning(found)
what_plans_end_with(found)
how_it_is_worked_out(found)
