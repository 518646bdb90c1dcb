#!/bin/bash
# Makes the two stores of 93c4e14 anew, in a checkout of that commit: bash made_by.sh CHECKOUT PYTHON FOLDER.
# PYTHON is one that has the commit's constraints.txt installed; Debian's faketime sets the days. README.md says why.
set -euo pipefail

CHECKOUT=$(realpath "$1") PYTHON=$(realpath -s "$2") FOLDER=$(realpath "$3")
export TZ=UTC SLAC_AUTHORITY=E09000005
KEPT="children child_protection_plans cp_reviews section_47_enquiries looked_after_children lac_reviews
    missing_episodes contacts visits care_leavers pathway_plans permanence"
WORK=$(mktemp -d)
minute=0
trap 'rm -rf "$WORK"' EXIT
trap 'tail -n 40 "$WORK/said" >&2' ERR
set -E
cd "$CHECKOUT"

# Runs a command of the commit on a day, begun a minute later than the command before.
on() {
    local day=$1
    shift
    minute=$((minute + 1))
    faketime "$day $(printf "09:%02d:00" "$minute")" "$PYTHON" cli.py "$@" >>"$WORK/said" 2>&1
}

# The commit's `init` in blocks of 16 KB: in blocks of 256 KB, an encrypted store of few rows is 15 MB of mostly air.
init_small() {
    faketime "2026-09-01 09:03:00" "$PYTHON" -c '
import sys
from data.store import SAFE
from pages.terminal.run import main
SAFE["default_block_size"] = "16384"
sys.exit(main(sys.argv[1:]))' init "$@" >>"$WORK/said" 2>&1
}

# Of the invented borough, the children whose number ends in 07, 32, 57 or 82.
thin() {
    mkdir "$WORK/thin"
    for extract in $KEPT; do
        for month in 2026-08 2026-09 2026-10; do
            awk -F, 'NR == 1 || /(^|,)C[0-9]+(07|32|57|82)(,|$)/' "$WORK/all/${extract}_$month.csv" \
                >"$WORK/thin/${extract}_$month.csv"
        done
    done
    # In October no review of one child who is looked after: it is queried, and explained.
    local child
    child=$(awk -F, '$7 == "" && $4 !~ /^V/ { print $1; exit }' "$WORK/thin/looked_after_children_2026-10.csv")
    sed -i "/^$child,/d" "$WORK/thin/lac_reviews_2026-10.csv"
}

fill() { # the store; the key, if any, is in SLAC_STORE_KEY
    local store=$1 thin=$WORK/thin
    local all=(--store "$store")
    minute=10
    publish() { # a day, a month, more words
        local day=$1 month=$2
        shift 2
        on "$day" publish "$@" --month "$month" "${all[@]}"
    }
    publish 2026-09-08 2026-08 "$thin"/*_2026-08.csv --reason "Seen in the case file: right as it stands"
    publish 2026-10-07 2026-09 "$thin"/*_2026-09.csv --reason "Seen in the case file: right as it stands"
    # A heading that is not ours, confirmed once.
    sed '1s/child_id/Kid No./' "$thin/missing_episodes_2026-10.csv" >"$WORK/missing_episodes_2026-10.csv"
    # A month that is refused first: a plan that ends before it starts.
    awk -F, -v OFS=, 'NR == 2 { $4 = "2019-01-01" } 1' "$thin/child_protection_plans_2026-10.csv" \
        >"$WORK/child_protection_plans_2026-10.csv"
    if on 2026-11-05 publish "$WORK/child_protection_plans_2026-10.csv" "$thin/children_2026-10.csv" \
        --month 2026-10 "${all[@]}"; then
        echo "The faulty plans were not refused." && exit 1
    fi
    mv "$thin/missing_episodes_2026-10.csv" "$WORK/aside.csv"
    publish 2026-11-06 2026-10 "$thin"/*_2026-10.csv "$WORK/missing_episodes_2026-10.csv" \
        --read-as "Kid No.=child_id" --reason "Seen in the case file: right as it stands"
    mv "$WORK/aside.csv" "$thin/missing_episodes_2026-10.csv"
    # September's plans again, the last three left out: its figures are restated.
    head -n -3 "$thin/child_protection_plans_2026-09.csv" >"$WORK/child_protection_plans_2026-09.csv"
    publish 2026-11-10 2026-09 "$WORK/child_protection_plans_2026-09.csv" --reason "Three plans were another authority's"
    # The tenth and the eleventh load of August: one hidden for two days, one for good.
    on 2026-11-11 withdraw 10 --why "Taken from the wrong week" "${all[@]}"
    on 2026-11-13 restore 10 --why "It was the right week after all" "${all[@]}"
    on 2026-11-13 withdraw 11 --why "The visits of one team were missing" "${all[@]}"
    local plans=children_on_a_plan
    on 2026-11-16 comment $plans --month 2026-10 --author "Head of safeguarding" \
        --text "{figure} children, a few more than in September." "${all[@]}"
    on 2026-11-17 comment $plans --month 2026-10 --author "Head of safeguarding" \
        --text "{figure} children; {children_looked_after} are looked after." "${all[@]}"
    on 2026-11-17 comment children_looked_after --month 2026-09 --author "Head of care" --text "To be removed." "${all[@]}"
    on 2026-11-18 comment children_looked_after --month 2026-09 --author "Head of care" --remove "${all[@]}"
    on 2026-11-16 target set lac_reviews_in_timescale 95 --from 2026-08 --set-by "Corporate parenting board" \
        --source "Corporate plan, page 9" "${all[@]}"
    on 2026-11-17 target set lac_reviews_in_timescale 97 --from 2026-10 --set-by "Corporate parenting board" \
        --source "Minutes of October" "${all[@]}"
    on 2026-11-17 target set second_or_later_plans 10 --to 20 --from 2026-08 --until 2026-09 \
        --set-by "Safeguarding partnership" --source "Business plan" "${all[@]}"
    on 2026-11-18 target end lac_reviews_in_timescale --from 2026-11 --set-by "Corporate parenting board" \
        --source "Minutes of November" "${all[@]}"
    on 2026-11-16 event add "Saturday clinics" --on 2026-09-05 --told "A clinic each Saturday until Christmas" \
        --author "Head of care" --about lac_reviews_in_timescale --about looked_after "${all[@]}"
    on 2026-11-16 event add "New case system" --on 2026-10-01 --told "Plans are recorded in another place" \
        --author "Head of performance" --kind recording --anew children_on_a_plan "${all[@]}"
    on 2026-11-17 event add "School holidays" --on 2026-08-01 --told "Entered by mistake" --author "Head of care" "${all[@]}"
    on 2026-11-18 event take-back 3 --why "It says nothing about the figures" "${all[@]}"
}

on 2026-09-01 invent --out "$WORK/all" --months 3
thin
rm -f "$FOLDER"/*-93c4e14.*
on 2026-09-01 init --store "$WORK/plain-93c4e14.duckdb"
fill "$WORK/plain-93c4e14.duckdb"
gzip -9 -n -c "$WORK/plain-93c4e14.duckdb" >"$FOLDER/plain-93c4e14.duckdb.gz"
init_small --store "$FOLDER/encrypted-93c4e14.duckdb" --new-key "$FOLDER/encrypted-93c4e14.key"
export SLAC_STORE_KEY=$FOLDER/encrypted-93c4e14.key
fill "$FOLDER/encrypted-93c4e14.duckdb"
ls -l "$FOLDER"
