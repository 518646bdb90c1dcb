"""How the census writes answers for which our codes have other signs: true and false, or 1 and 0."""

from data.codes import YES_NO

ANSWERS = {YES_NO: {"Y": "true", "N": "false"}}
