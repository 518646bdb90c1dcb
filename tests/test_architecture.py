"""The house holds: arrows point down, each library has one room, nothing is registered by hand."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("data", "indicators", "validation", "pages")
MAY_KNOW = {
    "data": {"data"},
    "indicators": {"indicators", "data"},
    "validation": {"validation", "data"},
    "pages": {"pages", "indicators", "validation", "data"},
    "app.py": {"pages", "indicators", "validation", "data"},
    "cli.py": {"pages"},
}
HOME = {
    "streamlit": ("app.py", "pages/services/", "pages/office/", "pages/kit/"),
    "plotly": ("pages/kit/charts/",),
    "duckdb": ("data/store/store.py", "data/store/scratch.py"),
    "duckdb_extensions": ("data/store/store.py",),
    "great_expectations": ("validation/rows/great_expectations_batch.py", "validation/rows/expectation_suites.py"),
    "pyarrow": ("data/invention/sample_store.py",),
    "typer": ("pages/terminal/",),
    "jinja2": ("pages/kit/digest/digest.py",),
    "lifelines": ("indicators/studies/survival.py",),
    "pydantic": ("indicators/change/month_readings.py",),
    "scipy": ("indicators/",),
    "openpyxl": ("data/guidance/template.py", "data/table_export.py"),
    "python_calamine": ("data/parsing/",),
}
SOURCES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*ROOT.glob("*.py"), *(found for room in ROOMS for found in (ROOT / room).rglob("*.py"))]
)


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_there_is_something_to_look_at():
    assert len(SOURCES) > 30


@pytest.mark.parametrize("source", SOURCES)
def test_arrows_point_down(source):
    room = source.split("/")[0]
    known = imports_of(ROOT / source) & set(ROOMS)
    assert known <= MAY_KNOW[room], f"{source} knows {known - MAY_KNOW[room]}"


@pytest.mark.parametrize("source", SOURCES)
def test_each_library_has_one_room(source):
    for library in imports_of(ROOT / source) & set(HOME):
        assert source.startswith(HOME[library]), f"{source} imports {library}, which lives in {HOME[library]}"


@pytest.mark.parametrize("source", SOURCES)
def test_every_module_says_what_it_is_for(source):
    assert ast.get_docstring(ast.parse((ROOT / source).read_text(encoding="utf-8")))


def test_no_script_lies_directly_in_pages():
    assert not [path for path in (ROOT / "pages").glob("*.py") if path.name != "__init__.py"]


@pytest.mark.parametrize("source", [each for each in SOURCES if each.startswith(("pages/services", "pages/office"))])
def test_a_page_is_forty_lines_at_most(source):
    assert len((ROOT / source).read_text(encoding="utf-8").splitlines()) <= 40


@pytest.mark.parametrize("path", sorted((ROOT / "indicators").glob("*/*.sql")), ids=lambda path: path.stem)
def test_a_definition_has_worked_examples_beside_it(path):
    assert path.with_name(f"{path.stem}.examples.toml").exists()


@pytest.mark.parametrize("source", SOURCES)
def test_no_error_is_swallowed(source):
    for node in ast.walk(ast.parse((ROOT / source).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception"), f"{source}:{node.lineno} catches everything"
            assert not (len(node.body) == 1 and isinstance(node.body[0], ast.Pass)), f"{source}:{node.lineno}"
