"""The population that rates are of: the same for what is counted from records and for what is given counted."""

POPULATION = """(
            select arg_max(population.children_0_17, population.year)
            from reference.population as population
            where population.authority = inputs.authority
                and population.year <= year(inputs.month) - case when month(inputs.month) < 6 then 1 else 0 end
        )"""
"""The latest mid-year estimate whose 30 June lies on or before the month end of `inputs`."""
