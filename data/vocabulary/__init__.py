"""The words of every question in SQL: of values, and of whom or what is counted on a day."""
