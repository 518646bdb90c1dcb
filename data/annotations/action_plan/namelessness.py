"""What of a plan names nobody: for whoever may see no small figure."""

from dataclasses import replace

from data.annotations.action_plan.items import Action, Item, stamped

SHOWN = "shown to officers"
"""What stands in the place of a name."""


def nameless(item: Item) -> Item:
    """Return an item without its owner, its evidence in words, and who wrote it."""
    written = replace(item.written, by="")
    if not isinstance(item, Action):
        return stamped(item, written)
    owner, evidence, why = (SHOWN if words else words for words in (item.owner, item.evidence, item.taken_back))
    return replace(item, owner=owner or "", evidence=evidence, taken_back=why or "", written=written)
