"""How large a file of each format may be, and how much it may cost to read, on the page and the command line alike."""

MEGABYTE = 1024 * 1024

MOST_BYTES = 50 * MEGABYTE
"""No larger csv, xlsx or zip is read; the upload page refuses it before it is sent (`server.maxUploadSize`)."""
MOST_BYTES_OF_CENSUS = 200 * MEGABYTE
"""A return as XML says the name of every value twice: that of a large county comes to 100 MB."""
MOST_BYTES_OF_JSON = 60 * MEGABYTE
"""What goes to DfE daily, of all children of a large county; as it is read it takes ten times as much memory."""
MOST_UNPACKED = 300 * MEGABYTE
"""What all parts of a workbook, or all csv files of a zip, may come to."""
SMALL_BYTES = 10 * MEGABYTE
MOST_TIMES = 100
"""A sheet of real rows packs to a tenth or a thirtieth; a part beyond 10 MB that packs tighter is there to do harm."""
MOST_MEMBERS = 200
"""More files than this in a zip are no tables of one dataset."""
MOST_CELLS = 20_000_000
"""A sheet's rectangle of cells."""
MOST_COLUMNS = 16_384
"""As many columns as a sheet of Excel has: what has more is no table, and would take minutes to look through."""

MOST_MEMORY = 1024 * MEGABYTE
"""Bytes of memory of the process that reads one file."""
MOST_COMPUTING = 60
"""Seconds of a processor's time that one file may cost."""
MOST_WAITING = 180
"""Seconds on the clock, whatever the computer is busy with."""

TABLE_BY_TABLE = (
    "Unpack it, and give the folder to the command line, which reads it table by table: python cli.py publish FOLDER."
)
