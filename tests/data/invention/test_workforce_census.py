"""The invented borough's censuses of the workforce: read back, they give the figures that its extracts give."""

from data.invention import SEED
from data.invention.columns import columns_of
from data.invention.development import vacancies
from data.invention.known_at_month_end import social_worker
from data.invention.ordinal_days import day
from data.invention.sample import csv_of
from data.invention.workforce import all_workers, fall_ill, known_workers
from data.invention.workforce_census import workforce_census_of
from data.months import month_end
from indicators.engine.catalogue import all_indicators
from pages.terminal.run import main
from tests.data.invention.test_cin_census import figures_of

SINCE, ENDS = day(2025, 9, 30), day(2026, 9, 30)


def test_the_censuses_are_written_as_files_a_year_each(tmp_path, capsys):
    assert main(["invent", "--out", str(tmp_path / "none"), "--census", "school"]) == 2
    assert "Say one of cin and workforce" in capsys.readouterr().err
    assert main(["invent", "--out", str(tmp_path / "both"), "--census", "cin", "--dataset", "flags"]) == 2
    assert main(["invent", "--out", str(tmp_path / "of"), "--census", "workforce"]) == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "of").iterdir()}
    assert sorted(written) == ["workforce_2024.xml", "workforce_2025.xml", "workforce_2026.xml"]
    workers = known_workers(all_workers(SEED))
    fall_ill(SEED, workers)
    assert written["workforce_2026.xml"] == workforce_census_of(workers, 2026)


def test_a_census_has_the_figures_that_the_extracts_have():
    workers = known_workers(all_workers(SEED))
    fall_ill(SEED, workers)
    rows = [social_worker(worker, SINCE, ENDS) for worker in workers if worker.start <= ENDS and worker.end > SINCE]
    posts = [
        tuple(map(str, record.cells)) for record in vacancies(workers) if "2025-09" < str(record.cells[2]) <= "2026-09"
    ]
    files = {
        "social_workers.csv": csv_of(columns_of("social_workers"), rows),
        "vacancies.csv": csv_of(columns_of("vacancies"), posts),
    }
    of_extracts, of_census = (
        {
            name: figure
            for name, figure in figures_of(each, month_end("2026-09")).items()
            if figure.numerator is not None
        }
        for each in (files, {"csww.xml": workforce_census_of(workers, 2026)})
    )
    told = {name for name, each in all_indicators().items() if set(each.extracts) <= {"social_workers", "vacancies"}}
    assert set(of_census) & told == set(of_extracts) & told and len(told) >= 10
    differ = {
        name: [(round(figures[name].numerator, 4), figures[name].denominator) for figures in (of_extracts, of_census)]
        for name in told & set(of_census)
        if abs(of_extracts[name].numerator - of_census[name].numerator) > 1e-6
        or of_extracts[name].denominator != of_census[name].denominator
    }
    assert differ == {}
