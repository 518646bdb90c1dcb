"""Where an indicator belongs in the two frameworks that the sector reads figures by: DfE's and Ofsted's.

Both are closed sets. The national framework's outcomes stand in DfE's order since March 2026, and then its enablers, in
the words of DfE's dashboard; Ofsted's areas are those that it judges when it inspects a local authority's services.
"""

from data.errors import Mendable

NATIONAL = {
    "together": "Outcome 1: children, young people and families stay together and get the help they need",
    "safe": "Outcome 2: children and young people are safe in and outside of their homes",
    "family_network": "Outcome 3: children and young people are supported by their family network",
    "homes": "Outcome 4: children in care and care leavers have stable, loving homes",
    "multi_agency": "Enabler: multi-agency working is prioritised and effective",
    "leaders": "Enabler: leaders drive conditions for effective practice",
    "workforce": "Enabler: the workforce is equipped and effective",
}
"""Outcomes and enablers of the Children's Social Care National Framework, by the word that front matter says."""
OFSTED = {
    "help_and_protection": "Children who need help and protection",
    "in_care": "Children in care",
    "care_leavers": "Care leavers",
    "leaders": "The impact of leaders on social work practice",
}
"""Areas that Ofsted judges (inspecting local authority children's services), by the word that front matter says."""


def refuse_unplaced(where: str, national: object, ofsted: object) -> None:
    """Refuse an indicator that stands in no outcome or enabler, or in no area.

    Raises:
        Mendable: naming its file, the field, and the words there are.
    """
    for field, word, words in (("national", national, NATIONAL), ("ofsted", ofsted, OFSTED)):
        if not isinstance(word, str) or word not in words:
            raise Mendable(f"{where}: {field} is {word!r}. Use {', '.join(words)}.")
