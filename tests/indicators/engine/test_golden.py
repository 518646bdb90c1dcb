"""Golden figures on the invented data: a changed definition shows as a changed line."""

from tests.indicators.golden import GOLDEN, golden_figures


def test_the_figures_are_the_golden_ones(borough):
    now, golden = golden_figures(borough).splitlines(), GOLDEN.read_text(encoding="utf-8").splitlines()
    moved = [f"{was}  ->  {new}" for was, new in zip(golden, now, strict=False) if was != new]
    assert now == golden, f"{len(moved)} figures moved, such as {moved[:3]}; if rightly so: see CONTRIBUTING"
