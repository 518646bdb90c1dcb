"""WHAT WE MEASURE. One file per indicator: the filename is its id and the folder its service."""
