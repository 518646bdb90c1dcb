"""Count what the code calls its things: how many names are filler, and which nouns of GLOSSARY.md lead."""

import ast
import re
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from tests.architecture.plan import HOUSES

ROOT = Path(__file__).parents[2]
SECTION = "Words of the code"
COMMONEST = 40


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLER = _words(
    "each found told said known held now asked kept whose what after before made given here there other who every"
)
"""The words that stood for everything once, and so for nothing."""

SUBSTITUTES = _words(
    "item items thing things element elements entry entries obj object tmp temp result results res data datum info "
    "stuff val x y z it its them they this that these those one ones some something named called declared listed "
    "chosen wanted left right new old current mine ours theirs then was"
)
"""Words that say as little, and must not come in their place."""


def bound_names(root: Path) -> Counter[str]:
    """Count every name that the product binds: assigned, looped over, or held by a with; parameters left out."""
    paths = [*root.glob("*.py"), *(path for house in HOUSES for path in (root / house).rglob("*.py"))]
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in paths)
    nodes = (node for tree in trees for node in ast.walk(tree))
    return Counter(node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


def share(names: Counter[str], words: Collection[str]) -> float:
    """Return the share of these words among all names bound, between 0 and 1; 0 where nothing is bound."""
    return sum(names[word] for word in words) / max(names.total(), 1)


def glossary_nouns(glossary: str) -> set[str]:
    """Return the single words that the glossary's section on the code explains: bold, or first in a row of a table."""
    section = re.search(rf"^##+ {SECTION}\s*$(.*?)(?=^##? |\Z)", glossary, re.MULTILINE | re.DOTALL)
    if section is None:
        return set()
    terms = re.findall(r"\*\*(.+?)\*\*|^\|([^|]+)\|", section[1], re.MULTILINE)
    words = [word.strip(" `*.:").lower() for term in terms for text in term for word in re.split(r",|/|\band\b", text)]
    return {word for word in words if word.isidentifier()}


def is_noun(name: str, nouns: Collection[str]) -> bool:
    """Say whether a name is a noun of the glossary, as one or as many, or is made of such nouns."""
    return all(any(form in nouns for form in _forms(part)) for part in name.lower().strip("_").split("_"))


def _forms(word: str) -> set[str]:
    """Return a word with the singulars and plurals that it may be of."""
    singulars = {word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word)}
    return singulars | {f"{word}s"} | ({"child"} if word == "children" else set())


def leading(names: Counter[str], nouns: Collection[str]) -> list[tuple[str, int, bool]]:
    """Return the commonest names, each with how often it is bound and whether it is a noun of the glossary."""
    return [(name, number, is_noun(name, nouns)) for name, number in names.most_common(COMMONEST)]


def report(root: Path) -> str:
    """Return the count in words, a line for each number and for each of the commonest names."""
    names, nouns = bound_names(root), glossary_nouns((root / "GLOSSARY.md").read_text(encoding="utf-8"))
    rows = leading(names, nouns)
    lines = [
        f"{names.total():,} names are bound in the product.",
        f"{share(names, FILLER):.2%} are one of the {len(FILLER)} filler words.",
        f"{share(names, SUBSTITUTES):.2%} are one of the {len(SUBSTITUTES)} words that could come in their place.",
        f'{sum(noun for *_, noun in rows)} of the {COMMONEST} commonest are nouns of "{SECTION}" in GLOSSARY.md:',
    ]
    return "\n".join([*lines, *(f"  {number:5}  {name}{'' if noun else '  (no noun)'}" for name, number, noun in rows)])


if __name__ == "__main__":
    print(report(ROOT))
