"""WHAT WE WILL NOT BELIEVE. Rules on rows, rules between extracts, and their findings in plain words."""
