"""The parts of any page: tables, folds, small lines and downloads."""
