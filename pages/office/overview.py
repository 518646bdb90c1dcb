"""Overview."""

from pages.kit import frame, words
from pages.kit.choices import chosen
from pages.kit.latest_year import fill_in
from pages.kit.overview import headline_rows, how_fresh, published
from pages.kit.role import by_service
from pages.kit.roles import choose_role
from pages.kit.since_last_month import in_short
from pages.kit.take_away import take_away
from pages.kit.to_print import to_print

now = chosen()
if now is None:
    frame.nothing_published("Overview")
else:
    frame.masthead("Overview", now.place, words.month(now.month), now.later)
    role = choose_role()
    measures = by_service(role, now.reader)
    every = [name for names in measures.values() for name in names]
    how_fresh(now)
    spots = headline_rows(now, measures)
    in_short(now, every)
    to_print(now, role)
    take_away(now, "overview", every)
    published(now)
    fill_in(now, spots)
