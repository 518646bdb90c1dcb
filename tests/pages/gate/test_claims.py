"""What a provider says becomes an identity, and what it does not say does not."""

from datetime import UTC, datetime, timedelta

import pytest

from pages.gate.claims import identity_in, owner_of, sign_in_of
from pages.gate.visits import LONGEST, NotLetIn

SIGNED_IN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
CLAIMS = {
    "iss": "https://provider.example",
    "sub": "a1b2",
    "iat": SIGNED_IN.timestamp(),
    "exp": SIGNED_IN.timestamp() + 3600,
    "nonce": "n1",
    "preferred_username": "femi@council.example",
    "groups": ["analysts"],
    "is_logged_in": True,
    "origin": "https://dashboard.example",
    "provider": "default",
    "tokens": {},
}


def without(*names: str, **said: object) -> dict[str, object]:
    return {name: claim for name, claim in CLAIMS.items() if name not in names} | said


def test_it_holds_as_long_as_the_provider_says_and_eight_hours_at_the_longest():
    identity = identity_in(CLAIMS)
    assert (identity.who, identity.signed_in_at) == ("femi@council.example", SIGNED_IN)
    assert identity.expires_at == SIGNED_IN + timedelta(hours=1)
    assert identity.holds("groups", "analysts")
    assert not {"is_logged_in", "origin", "provider", "tokens"} & set(identity.claims)
    assert identity_in(without(exp=CLAIMS["iat"] + 10**6)).expires_at == SIGNED_IN + LONGEST


@pytest.mark.parametrize(
    ("claims", "who"),
    [
        (without("preferred_username", email="f@c.example", email_verified=True), "f@c.example"),
        (without("preferred_username", email="f@c.example", email_verified=False), "a1b2"),
        (without("preferred_username", email="f@c.example", email_verified="no"), "a1b2"),
        (without(preferred_username=" "), "a1b2"),
        (without(preferred_username=["femi"]), "a1b2"),
        (without("preferred_username"), "a1b2"),
    ],
)
def test_a_name_is_taken_from_what_is_sure(claims, who):
    assert identity_in(claims).who == who


@pytest.mark.parametrize("name", ["iss", "sub", "iat", "exp"])
@pytest.mark.parametrize("claim", [None, "", [], {}, True, float("nan"), float("inf"), 10**30], ids=str)
def test_a_claim_that_is_missing_or_not_what_it_should_be_is_no_identity(name, claim):
    for claims in (without(name), without(**{name: claim})):
        with pytest.raises(NotLetIn, match=f'lacks the claim "{name}".* Sign in again'):
            identity_in(claims)


def test_each_sign_in_has_a_name_of_its_own_and_each_person_one_for_all():
    another = {name: sign_in_of(without(**{name: "other"})) for name in ("iss", "sub", "iat", "exp", "nonce")}
    assert len({sign_in_of(CLAIMS), *another.values()}) == 6
    assert sign_in_of(without("groups")) == sign_in_of(CLAIMS)
    assert owner_of(CLAIMS) == owner_of(without(iat=1, preferred_username="f")) != owner_of(without(iss="other"))
