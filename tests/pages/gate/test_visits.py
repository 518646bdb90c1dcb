"""A visit ends where it should, in a sentence, and what is over does not begin again."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from data.identity import Identity
from pages.gate.visits import IDLE, LONGEST, NotLetIn, Visits

START = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass
class Clock:
    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def walk(self, visits: Visits, key: str, span: timedelta) -> None:
        """Let time pass while somebody clicks every ten minutes."""
        until = self.now + span
        while self.now < until:
            self.now = min(self.now + 10 * MINUTE, until)
            visits.seen(key)


def identity(who: str = "femi@council.example", signed_in: datetime = START, hours: float = 9) -> Identity:
    return Identity(who, {}, signed_in, signed_in + min(timedelta(hours=hours), LONGEST))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visits(clock) -> Visits:
    return Visits(clock)


def test_a_quarter_of_an_hour_without_a_click_ends_it_for_good(visits, clock):
    key = visits.begin("local", "local").key
    clock.now += IDLE
    assert visits.seen(key).who == "local"
    clock.now += IDLE + timedelta(seconds=1)
    with pytest.raises(
        NotLetIn, match=r"Nothing was done here for 15 minutes, so local was signed out\. Sign in again\."
    ):
        visits.seen(key)
    clock.now -= MINUTE
    with pytest.raises(NotLetIn, match="is over"):
        visits.seen(key)


def test_eight_hours_are_the_longest_however_busy(visits, clock):
    key = visits.begin("local", "local").key
    clock.walk(visits, key, LONGEST - MINUTE)
    with pytest.raises(NotLetIn, match=r"local signed in 8 hours ago, the longest allowed\. Sign in again\."):
        clock.walk(visits, key, MINUTE)


def test_an_identity_that_expires_sooner_ends_it_sooner(visits, clock):
    visits.taken("one", identity(hours=1), "femi")
    clock.walk(visits, "one", HOUR - MINUTE)
    with pytest.raises(NotLetIn, match="has expired"):
        clock.walk(visits, "one", MINUTE)
    with pytest.raises(NotLetIn):
        visits.taken("one", identity(hours=1), "femi")


def test_a_clock_that_goes_back_lets_nobody_in(visits, clock):
    key = visits.begin("local", "local").key
    clock.now += 10 * MINUTE
    visits.seen(key)
    clock.now -= MINUTE
    assert visits.seen(key), "two computers may differ by so much"
    clock.now -= 5 * MINUTE
    for act in (lambda: visits.seen(key), lambda: visits.begin("local", "local")):
        with pytest.raises(NotLetIn, match=r"clock of this computer went back, from 09:10 to 09:04 \(UTC\)"):
            act()


@pytest.mark.parametrize("back", [timedelta(0), 5 * MINUTE, IDLE], ids=str)
def test_an_identity_just_given_is_let_in(visits, clock, back):
    clock.now += HOUR
    assert visits.taken("one", identity(signed_in=clock.now - back), "femi").who == "femi@council.example"


def test_an_identity_not_seen_since_is_not(visits, clock):
    clock.now += HOUR
    with pytest.raises(NotLetIn, match="signed in at 09:44"):
        visits.taken("old", identity(signed_in=clock.now - IDLE - MINUTE), "femi")
    begun_again = Visits(clock)
    with pytest.raises(NotLetIn, match="was not seen since the dashboard started"):
        begun_again.taken("of before", identity(signed_in=clock.now - 5 * MINUTE), "femi")
    with pytest.raises(NotLetIn, match="the clock has gone back"):
        visits.taken("of later", identity(signed_in=clock.now + HOUR), "femi")


def test_signing_out_ends_it_for_every_window_and_for_good(visits):
    assert visits.taken("one", identity(), "femi")
    assert visits.end("one").who == "femi@council.example"
    assert visits.end("one") is None and visits.end("none") is None
    with pytest.raises(NotLetIn, match="is over"):
        visits.taken("one", identity(), "femi")
    assert visits.taken("anew", identity(), "femi")


def test_two_people_of_one_name_are_not_taken_for_each_other(visits):
    visits.taken("one", identity(), "femi")
    with pytest.raises(NotLetIn, match="Somebody else with the name"):
        visits.taken("two", identity(), "another femi")


def test_sessions_belong_to_a_person_in_all_their_visits_and_to_nobody_else(visits):
    mine, mine_too = visits.begin("local", "me").key, visits.begin("local", "me").key
    theirs = visits.begin("local", "they").key
    for key, session in ((mine, "first"), (mine_too, "second"), (theirs, "third"), ("none", "fourth")):
        visits.bring(key, session)
    assert [visits.is_of(session, "me") for session in ("first", "second", "third", "fourth")] == [
        True,
        True,
        False,
        False,
    ]


def test_what_has_expired_is_let_go(visits, clock):
    for _ in range(5):
        visits.begin("local", "local")
        clock.now += LONGEST
    assert len(visits._visits) == 1
