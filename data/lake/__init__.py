"""A store on a lake: tables as encrypted Parquet in a shared folder, their catalogue in PostgreSQL, many processes."""
