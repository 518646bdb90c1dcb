"""The sector's code sets, a file for each family: each code, what it means, how else it is written, and when."""

from data.codes.care import *  # noqa: F403
from data.codes.children import *  # noqa: F403
from data.codes.code_set import CodeSet as CodeSet
from data.codes.code_set import collection_year as collection_year
from data.codes.costs import *  # noqa: F403
from data.codes.family_help import *  # noqa: F403
from data.codes.fostering import *  # noqa: F403
from data.codes.front_door import *  # noqa: F403
from data.codes.health import *  # noqa: F403
from data.codes.leaving_care import *  # noqa: F403
from data.codes.permanence import *  # noqa: F403
from data.codes.placements import *  # noqa: F403
from data.codes.protection import *  # noqa: F403
from data.codes.quality import *  # noqa: F403
from data.codes.school import *  # noqa: F403
from data.codes.workforce import *  # noqa: F403
