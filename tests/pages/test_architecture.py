"""Pages are short, know no library but Streamlit, and take the store's and the charts' words from their rooms."""

import ast
import subprocess
import sys

from pages.kit.frame.contents import PAGES, scripts, title_of
from tests.every_case import every

ROOT = PAGES.parent
KIT = sorted((PAGES / "kit").rglob("*.py"))


def imports_of(path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


@every("name", scripts())
def test_a_script_is_short_and_knows_no_library_of_data(name):
    path = scripts()[name]
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 40
    assert not {each.split(".")[0] for each in imports_of(path)} & {"duckdb", "plotly", "pandas", "great_expectations"}
    assert title_of(name) != name, "the first line of a script gives the page its title"


@every("path", KIT)
def test_only_charts_knows_plotly_and_modules_are_small(path):
    text = path.read_text(encoding="utf-8")
    assert ("plotly" in {each.split(".")[0] for each in imports_of(path)}) <= (path.parent.name == "charts")
    assert len(text.splitlines()) <= 200
    assert "unsafe_allow_html" not in text
    assert "plotly.express" not in text


def test_no_script_lies_where_streamlit_would_run_it_by_itself():
    assert [path.name for path in PAGES.glob("*.py")] == ["__init__.py"]


def test_the_first_paint_waits_for_no_heavy_library():
    heavy = "duckdb", "great_expectations"
    told = (
        f"import sys, pages.kit.frame.contents, pages.kit.frame.banner; print([x for x in {heavy} if x in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_only_a_check_pays_for_great_expectations():
    told = (
        "import sys; from streamlit.testing.v1 import AppTest; "
        "app = AppTest.from_file('app.py', default_timeout=60).run(); "
        "app.switch_page('pages/office/upload.py').run(); "
        "print('great_expectations' in sys.modules, bool(app.exception))"
    )
    found = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split()[-2:] == ["False", "False"]
