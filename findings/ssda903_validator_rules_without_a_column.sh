#!/usr/bin/env bash
# csc-validator-be-903 0.1.17: rules 231 and 233 of SSDA903 2025/26 ask for columns that no list of the return has.
#
# Found:    both fall over with a KeyError on the return's own lists (233 wants DATE_EPISODE_CEASED; the list's column is
#           DEC), and with every set of lists. What they would have found is not found: an open episode with a reason for
#           placement change, which 233 forbids, is told under no rule. The number of the rule stands in `fails` only,
#           apart from the findings.
# Expected: a finding, as from the other rules of the year. A return that "passes" has not been asked these two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check csc-validator-be-903==0.1.17
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import logging
from importlib.metadata import version

from lac_validator.lac_validator import LacValidator
from lac_validator.rules.lac2025_26 import registry

logging.disable(logging.CRITICAL)  # it logs each rule
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,1,12/03/2015,WBRI,A123456789012,,\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "C1,20/06/2025,S,V2,N1,U1,PR1,,,CARPL,AB1 0JD,AB1 0JD,1234567\n"
)
files = [
    {"name": f"{name}.csv", "description": "This year", "file_content": text.encode()}
    for name, text in (("header", HEADER), ("episodes", EPISODES))
]
judged = LacValidator({"collectionYear": "2026", "localAuthority": "E09000005"}, files, registry)
found = [name for name in judged.ds_results["Episodes"].columns if name.startswith("ERR_233")]
print(f"csc-validator-be-903 {version('csc-validator-be-903')}: done {len(judged.dones)}, fell over {judged.fails}")
print(f"found by rule 233: {found}")
assert {"231", "233"} <= set(judged.fails) and not found
PYTHON
