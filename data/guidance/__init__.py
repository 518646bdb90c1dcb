"""What tells an analyst what an extract holds: the data dictionary and blank workbooks, written from declarations."""
