"""Measure a warm rerun of a page in a processor's time: what a click costs the server, beside an app of one word.

python benchmarks/warm_rerun.py
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
TIMES = 15


def milliseconds(app: AppTest) -> float:
    """Return the median of a processor's milliseconds for a rerun, after two to warm up."""
    for _ in range(2):
        app.run()
    taken = []
    for _ in range(TIMES):
        began = time.process_time()
        app.run()
        taken.append((time.process_time() - began) * 1000)
    assert not app.exception
    return statistics.median(taken)


def floor() -> float:
    """Return what a rerun of an app of one word costs: the test harness itself."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "word.py"
        script.write_text("import streamlit as st\nst.write('word')\n", encoding="utf-8")
        return milliseconds(AppTest.from_file(str(script)))


def main() -> None:
    """Print a line for each page: its median rerun and, beside it, the floor."""
    from pages.kit.frame.contents import scripts

    plain = floor()
    began = time.perf_counter()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    print(f"first run, store opened and measured: {time.perf_counter() - began:.1f} s")
    for name, path in scripts().items():
        app.switch_page(str(path.relative_to(ROOT))).run()
        print(f"{name:18} {milliseconds(app):6.0f} ms   (one word: {plain:.0f} ms)")


if __name__ == "__main__":
    main()
