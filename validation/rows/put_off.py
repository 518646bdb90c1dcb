"""Modules that are imported only when they are used: what a library asks for in case somebody should want it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class PutOff(ModuleType):
    """Stand for a module until anything of it is used, and import it then."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module itself holds under a name."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def put_off(*names: str) -> Iterator[None]:
    """Put the import of modules off that something imports which is imported meanwhile; what is there already stays."""
    away = {name: PutOff(name) for name in names if name not in sys.modules}
    sys.modules.update(away)
    try:
        yield
    finally:
        for name, module in away.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
