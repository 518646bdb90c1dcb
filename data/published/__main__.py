"""Write the shipped reference anew from the files that DfE publishes: `python -m data.published FOLDER`."""

import sys
from pathlib import Path

from data.published.shipped_selection import write_reference

write_reference(Path(sys.argv[1]))
