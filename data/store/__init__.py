"""The store: one DuckDB, in memory or in a file, its key, its SQL words, its older versions, and who has it open."""
