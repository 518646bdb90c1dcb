"""Of fifty seeded texts that hold somebody's details nearly all are found; of harmless ones next to none."""

import random

from data.personal_data import CHECK_LETTERS, found_in, masked
from tests.faults.fault import plans
from validation.check import Known, check

SENTENCES = ("ring mum on {}", "{} (gran)", "Team North {}", "was {}, now moved", "{}")
HARMLESS_WORDS = ("Team", "North", "South", "Assessment", "MASH", "CIN", "CP", "LAC", "16+", "Hub", "Duty", "East")


def telephone(chance: random.Random) -> str:
    digits = chance.choice(("77", "20", "16", "79", "11")) + "".join(str(chance.randrange(10)) for _ in range(8))
    shapes = (
        f"0{digits}",
        f"0{digits[:4]} {digits[4:]}",
        f"+44 {digits}",
        f"(0{digits[:2]}) {digits[2:6]} {digits[6:]}",
    )
    return chance.choice(shapes)


def e_mail(chance: random.Random) -> str:
    return chance.choice(("femi.okafor", "m-smith", "zoë", "a_b+c")) + chance.choice(("@nhs.net", "@mail.co.uk"))


def postcode(chance: random.Random) -> str:
    area, tail = (
        chance.choice(("HA9", "NW10", "E1", "SW1A", "M14")),
        f"{chance.randrange(10)}{chance.choice(('AB', 'TN'))}",
    )
    return chance.choice((f"{area} {tail}", f"{area}{tail}".lower()))


def nhs_number(chance: random.Random) -> str:
    while True:
        digits = [chance.choice((4, 6, 7)), *(chance.randrange(10) for _ in range(8))]
        check_digit = (11 - sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11) % 11
        if check_digit < 10:
            text = "".join(map(str, [*digits, check_digit]))
            return chance.choice((text, f"{text[:3]} {text[3:6]} {text[6:]}"))


def pupil_number(chance: random.Random) -> str:
    digits = [chance.randrange(10) for _ in range(12)]
    letter = CHECK_LETTERS[sum(d * w for d, w in zip(digits, range(2, 14), strict=True)) % 23]
    return letter + "".join(map(str, digits))


KINDS = (telephone, e_mail, postcode, nhs_number, pupil_number)


def test_at_least_95_of_100_seeded_details_are_found():
    chance = random.Random(49)
    seeded = [chance.choice(SENTENCES).format(kind(chance)) for kind in KINDS for _ in range(10)]
    missed = [text for text in seeded if not list(found_in(text))]
    assert len(seeded) == 50 and len(missed) <= 2, missed


def test_harmless_texts_are_hardly_ever_suspected():
    chance = random.Random(49)
    teams = [" ".join(chance.choices(HARMLESS_WORDS, k=3)) + f" {chance.randrange(20)}" for _ in range(1_000)]
    ids = [f"{chance.randrange(10**8):08}" for _ in range(1_000)] + [
        f"C{chance.randrange(10**6)}" for _ in range(1_000)
    ]
    plan_ids = [f"CP-{chance.randrange(10**6):06}" for _ in range(1_000)] + [f"{n:010}" for n in range(1_000)]
    suspected = [text for text in (*teams, *ids, *plan_ids) if list(found_in(text))]
    assert len(suspected) <= 5, suspected[:20]


def test_ten_digit_identifiers_are_not_taken_for_nhs_numbers():
    chance = random.Random(49)
    rows = [{"plan_id": f"{chance.randrange(4 * 10**9, 5 * 10**9)}"} for _ in range(60)]
    found = check(plans(*rows), "2026-10", Known())
    assert not [each for each in found.findings if each.rule.endswith("personal")]


def test_a_preview_hides_all_but_the_first_signs():
    assert masked("07700 900123") == "07*** ******"
    assert masked("femi@nhs.net") == "fe**@***.***"
