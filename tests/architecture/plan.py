"""The plan of the house: what is wrong with a tree of files, each in a sentence that says where it belongs."""

import ast
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOUSES = ("data", "indicators", "validation", "pages")
PLAN = tomllib.loads(Path(__file__).with_name("rooms.toml").read_text(encoding="utf-8"))
MOST_FILES = 20
OF_PAGES = ("pages/services/", "pages/office/", "pages/region/", "pages/committee/")
"""Where page scripts lie, each of 40 lines at most."""
FLOORS = (
    ("data/codes", "data/extracts", "data/invention", "data"),
    ("indicators",),
    ("validation/between", "validation"),
    (
        "pages/charts",
        "pages/committee",
        "pages/gate",
        "pages/kit",
        "pages/office",
        "pages/region",
        "pages/report",
        "pages/services",
        "pages/terminal",
        "pages/words",
    ),
)
"""Within a floor a name is used once; on two floors it is the same subject, seen from there."""


class House:
    """Hold a tree of files and what imports what in it, imports inside functions and of types among them."""

    def __init__(self, root: Path):
        """Read every file of Python below a root."""
        places = [*root.glob("*.py"), *(path for house in HOUSES for path in (root / house).rglob("*.py"))]
        self.root = root
        self.files = {path.relative_to(root).as_posix(): _tree(path) for path in sorted(places)}
        self.modules = {_dotted(name): name for name in self.files}
        self.imports = {name: self._imports(name) for name in self.files}

    def _imports(self, name: str) -> dict[str, int]:
        """Return the files of the house that a file imports, each with the line of the import."""
        imported = {}
        for node in ast.walk(self.files[name]):
            if isinstance(node, ast.Import):
                dotted = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                dotted = [self._nearest(node.module, alias.name) for alias in node.names]
            else:
                continue
            for module in dotted:
                if self.modules.get(module, name) != name:
                    imported[self.modules[module]] = node.lineno
        return imported

    def _nearest(self, module: str, name: str) -> str:
        """Return the module that a name is imported from, or that it is."""
        return f"{module}.{name}" if f"{module}.{name}" in self.modules else module

    def libraries(self, name: str) -> set[str]:
        """Return the packages that a file imports, by their first names."""
        packages = set()
        for node in ast.walk(self.files[name]):
            if isinstance(node, ast.Import):
                packages |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                packages.add(node.module.split(".")[0])
        return packages


def wrong_imports(house: House) -> Iterator[str]:
    """Say which imports go where the plan does not let them."""
    for name, imported in house.imports.items():
        room = room_of(name)
        if room in (".", "pages", "pages/kit"):
            continue
        if room not in PLAN["may_import"]:
            yield f"{name}: {room}/ is no room of the plan. Put it into one of them, or name the room in rooms.toml."
            continue
        for other, line in imported.items():
            if room_of(other) not in {room, *PLAN["may_import"][room]}:
                yield (
                    f"{name}, line {line}: imports {other}, which {room}/ may not know. Arrows point down: move what "
                    f"both need below them, or let a room above bring the two together."
                )


def circles(house: House) -> Iterator[str]:
    """Say which files import each other, by whatever way round."""
    for circle in strongly_connected({name: set(imported) for name, imported in house.imports.items()}):
        yield f"{', '.join(circle)}: these import each other. Move what they share into a file of its own."


def circles_of_rooms(house: House) -> Iterator[str]:
    """Say which rooms know each other, by whatever way round."""
    rooms: dict[str, set[str]] = defaultdict(set)
    for name, imported in house.imports.items():
        rooms[room_of(name)] |= {room_of(other) for other in imported} - {room_of(name)}
    for circle in strongly_connected(rooms):
        yield f"{', '.join(circle)}: these rooms know each other. One of them lies below the other: decide which."


def misplaced_libraries(house: House) -> Iterator[str]:
    """Say which files import a library that lives elsewhere."""
    for name in house.files:
        for library in sorted(house.libraries(name) & set(PLAN["library"])):
            if not name.startswith(tuple(PLAN["library"][library])):
                yield f"{name}: imports {library}, which lives in {', '.join(PLAN['library'][library])}."


def crowded_rooms(house: House) -> Iterator[str]:
    """Say which rooms hold more files than one can take in."""
    for room, many in Counter(room_of(name) for name in house.files).items():
        if many > MOST_FILES and room not in PLAN["crowded"]["rooms"]:
            yield f"{room}/ holds {many} files of Python. {MOST_FILES} at most: give its subjects rooms of their own."


def files_known_everywhere(house: House) -> Iterator[str]:
    """Say which files more than half of their house imports."""
    known = Counter(
        other
        for name, imported in house.imports.items()
        for other in imported
        if name.split("/")[0] == other.split("/")[0]
    )
    many = Counter(name.split("/")[0] for name in house.files)
    for name, by in known.items():
        if by > (many[name.split("/")[0]] - 1) / 2 and name not in PLAN["known_everywhere"]["files"]:
            yield f"{name}: more than half of {name.split('/')[0]}/ imports it. Split what it says by subject."


def names_used_twice(house: House) -> Iterator[str]:
    """Say which files of one floor have the same name."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in house.files:
        if "/" in name and not name.endswith(("__init__.py", "__main__.py")):
            places[_floor(name), name.split("/")[-1]].append(name)
    for same in places.values():
        if len(same) > 1:
            yield f"{' and '.join(same)}: one name for two files. Name each by what it is and the other is not."


def dropped_in_the_wrong_room(house: House) -> Iterator[str]:
    """Say which extracts, rules, pages and indicators do not lie where their kind does."""
    for name, tree in house.files.items():
        room = room_of(name)
        if "Extract" in _bases(tree) and room != "data/extracts":
            yield f"{name}: declares an extract. Extracts lie in data/extracts/, one file each."
        if _declares_rules(tree) and name.startswith("validation/") and room != "validation/between":
            yield f"{name}: declares rules between extracts. They lie in validation/between/, a file for each subject."
        if room == "pages" and not name.endswith("__init__.py"):
            yield f"{name}: a page lies in {', '.join(OF_PAGES)}, where Streamlit does not run it by itself."
    yield from misplaced_indicators(house.root)


def misplaced_indicators(root: Path) -> Iterator[str]:
    """Say which definitions lie in no service, or have no worked examples beside them."""
    for path in sorted((root / "indicators").rglob("*.sql")):
        name = path.relative_to(root).as_posix()
        if path.parent.parent != root / "indicators" or (path.parent / "__init__.py").exists():
            yield f"{name}: an indicator lies in the folder of its service, indicators/<service>/."
        elif not path.with_name(f"{path.stem}.examples.toml").exists():
            yield f"{name}: has no worked examples. Put {path.stem}.examples.toml beside it."


def files_without_purpose(house: House) -> Iterator[str]:
    """Say which files do not begin by saying what they are for."""
    for name, tree in house.files.items():
        if not ast.get_docstring(tree):
            yield f"{name}: begins without a sentence that says what it is for."


def swallowed_errors(house: House) -> Iterator[str]:
    """Say which files catch everything, or pass over what they catch."""
    for name, tree in house.files.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else ""
                if caught in ("", "Exception") and name not in PLAN["catches_everything"]["files"]:
                    yield f"{name}, line {node.lineno}: catches everything. Name what may go wrong."
                elif len(node.body) == 1 and isinstance(node.body[0], ast.Pass):
                    yield f"{name}, line {node.lineno}: passes over {caught} without a word."


def long_page_scripts(house: House) -> Iterator[str]:
    """Say which page scripts have more than 40 lines."""
    for name in house.files:
        many = len((house.root / name).read_text(encoding="utf-8").splitlines())
        if name.startswith(OF_PAGES) and many > 40:
            yield f"{name}: has {many} lines, 40 at most. What it does belongs into a file of pages/kit/."


def room_of(name: str) -> str:
    """Return the folder of a file, as the plan names it."""
    return Path(name).parent.as_posix()


def strongly_connected(graph: dict[str, set[str]]) -> Iterator[list[str]]:
    """Give each set of names that can be reached from each other, by Tarjan's algorithm."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []

    def visit(name: str) -> Iterator[list[str]]:
        index[name] = low[name] = len(index)
        path.append(name)
        for other in sorted(graph.get(name, ())):
            if other not in index:
                yield from visit(other)
                low[name] = min(low[name], low[other])
            elif other in path:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            circle = path[path.index(name) :]
            del path[path.index(name) :]
            if len(circle) > 1:
                yield sorted(circle)

    for name in sorted(graph):
        if name not in index:
            yield from visit(name)


def _floor(name: str) -> str:
    """Return the floor on which a file lies."""
    return next(floor for floors in FLOORS for floor in floors if name.startswith(f"{floor}/") or name == f"{floor}.py")


def _dotted(name: str) -> str:
    """Return the name under which a file is imported."""
    return name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def _bases(tree: ast.Module) -> set[str]:
    """Return the names of the classes that a file's classes are made of."""
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return {base.id for declared in classes for base in declared.bases if isinstance(base, ast.Name)}


def _declares_rules(tree: ast.Module) -> bool:
    """Tell whether a file declares the tuple that rules between extracts are gathered from."""
    return any(isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "RULES" for node in tree.body)


@cache
def _tree(path: Path) -> ast.Module:
    """Read a file of Python."""
    return ast.parse(path.read_text(encoding="utf-8"))
