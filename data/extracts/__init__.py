"""One file per extract: the filename is the name, and dropping a file here is all that it takes."""

import importlib
import pkgutil
from functools import cache

from data.extract import Declared, Extract, declared


@cache
def uploaded_extracts() -> dict[str, Declared]:
    """Gather the extracts that arrive as files, by name; the others are kept in the office."""
    return {name: declared for name, declared in all_extracts().items() if not declared.kept_in_office}


@cache
def all_extracts() -> dict[str, Declared]:
    """Gather every extract declared in `data/extracts/`, by name, in alphabetical order."""
    extracts = {}
    for module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        for value in vars(importlib.import_module(f"{__name__}.{module}")).values():
            if isinstance(value, type) and issubclass(value, Extract) and value is not Extract:
                declaration = declared(value)
                if declaration.name != module:
                    raise TypeError(f"data/extracts/{module}.py: the class must be named after its file")
                extracts[module] = declaration
    return extracts
