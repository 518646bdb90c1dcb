"""Censuses of children in need and of the workforce to test with, written element by element."""

from xml.sax.saxutils import escape

Values = dict[str, object]


def element(name: str, value: object) -> str:
    """Write an element: a text, or the elements in a dictionary; of a list, one after the other."""
    if isinstance(value, list):
        return "".join(element(name, one) for one in value)
    inside = "".join(element(*pair) for pair in value.items()) if isinstance(value, dict) else escape(str(value))
    return f"<{name}>{inside}</{name}>"


def child(identifier: str, *cases: Values, **more: object) -> Values:
    """Return a child born in 2015 with cases; `more` are other identifiers."""
    born = {"LAchildID": identifier, "UPNunknown": "UN1", "PersonBirthDate": "2015-03-27", "Sex": "F", **more}
    return {
        "ChildIdentifiers": {name: value for name, value in born.items() if value},
        "ChildCharacteristics": {"Ethnicity": "WBRI", "Disabilities": {"Disability": ["NONE"]}},
        "CINdetails": list(cases),
    }


def case(referral: str, **more: object) -> Values:
    """Return a case that began on a day, with what else is told of it."""
    return {"CINreferralDate": referral, "ReferralSource": "1A", "PrimaryNeedCode": "N1", "ReferralNFA": "0", **more}


def census(*children: Values, ends: str = "2026-03-31", year: str = "", lea: str = "304", of: str = "CIN") -> bytes:
    """Return the bytes of a census of a year."""
    return message({"Header": header(of, ends, year, lea), "Children": {"Child": list(children)}})


def worker(number: str, **more: object) -> Values:
    """Return a case holder of the authority's own, full time since 2020; what is more is said instead or beside."""
    usual = {"AgencyWorker": "0", "SWENo": number, "FTE": "1", "OrgRole": "5", "RoleStartDate": "2020-03-02", **more}
    return {name: value for name, value in usual.items() if value != ""}


def workforce(*workers: Values, ends: str = "2026-09-30", lea: str = "304", **posts: str) -> bytes:
    """Return the bytes of a census of the workforce on a day; `posts` are its numbers of vacancies."""
    blocks: Values = {"LALevelVacancies": posts} if posts else {}
    return message({"Header": header("CSWW", ends, "", lea), **blocks, "CSWWWorker": list(workers)})


def header(of: str, ends: str, year: str, lea: str) -> Values:
    """Return the header of a census of a collection."""
    return {
        "CollectionDetails": {"Collection": of, "Year": year or ends[:4], "ReferenceDate": ends},
        "Source": {"SourceLevel": "L", "LEA": lea, "SoftwareCode": "Ours", "SerialNo": "001"},
    }


def message(parts: Values) -> bytes:
    """Return the bytes of what goes to DfE."""
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + element("Message", parts)).encode()
