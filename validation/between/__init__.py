"""Rules across rows and between extracts, a file for each subject; what lies in the folder is asked.

Every file offers `RULES`: declarations of its own, or made of what the extracts declare. DfE's number stands beside a
rule where DfE has one. Where DfE's return would not be taken, the rule blocks; where DfE asks for an explanation, or
where what looks wrong may be a truth that a manager must see, it queries.
"""

import importlib
import pkgutil
from functools import cache

from validation.rules.question import Between


@cache
def all_rules() -> tuple[Between, ...]:
    """Gather the rules of every file in `validation/between/`, in alphabetical order of the files."""
    subjects = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return tuple(rule for name in subjects for rule in importlib.import_module(f"{__name__}.{name}").RULES)
