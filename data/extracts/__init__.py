"""One file per extract: the filename is the name, and dropping a file here is all that it takes."""
