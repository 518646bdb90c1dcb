"""A child whom the children extract does not know, for every other extract that names children.

DfE would not take such a return (rules INT01 to INT09). Here it is a query: attendance or allocations may come from a
system that knows of a child a day sooner, and setting the row aside would leave the child out of every count.
"""

from data.extracts import all_extracts
from validation.rules.question import Between
from validation.rules.severity import QUERY

RULES = tuple(
    Between(
        f"{name}.child_id.not_among_children",
        QUERY,
        "{child_id} is not in {where[children]}. Add the child there, or correct the identifier.",
        f"""
select row_number as row, child_id
from {name}
where child_id is not null and child_id not in (select child_id from children where child_id is not null)
""",
    )
    for name, declared in all_extracts().items()
    if name != "children" and "child_id" in declared.column_names
)
