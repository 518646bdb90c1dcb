"""All codes that an authority has had lead to it: its population, neighbours, published figures and its name."""

from contextlib import closing

from data.access import LOCAL_USER
from data.published.areas import authorities, code_in_force, codes_meant, names_seen_by, successions
from data.published.neighbours import neighbours_of
from data.store.store import Store
from indicators.comparison.published_figure import measure_for, published_told

RECODED = {row["authority"]: row["successor"] for row in successions() if row["kind"] == "recoded"}


def test_each_code_has_the_name_and_region_of_the_other():
    assert RECODED["E08000016"] == "E08000038" and RECODED["E08000019"] == "E08000039"
    for earlier, present in RECODED.items():
        rows = [{**authorities()[code], "authority": ""} for code in (earlier, present)]
        assert rows[0] == rows[1]
        assert codes_meant([earlier, present]) == (present,) == (code_in_force(earlier),)
    names = names_seen_by(LOCAL_USER)
    assert names["E08000038"] == "Barnsley" and "earlier code, E08000016" in names["E08000016"]


def test_each_code_has_the_population_neighbours_and_figures_of_the_other():
    with closing(Store.in_memory()) as store:
        for codes in RECODED.items():
            sizes = [
                store.ask_public(
                    "select year, children_0_17 from reference.population where authority = $code order by year",
                    code=code,
                ).to_dict("records")
                for code in codes
            ]
            assert sizes[0] == sizes[1] and sizes[0][-1]["year"] >= 2024
            near = [[neighbour.neighbour for neighbour in neighbours_of(store, code, "2025")] for code in codes]
            assert near[0] == near[1] and len(near[0]) == 10
            measure = measure_for("absence.lac_overall")
            assert published_told(store, measure, None, None, codes[0]) == published_told(
                store, measure, None, None, codes[1]
            )
