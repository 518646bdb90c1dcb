#!/usr/bin/env bash
# Streamlit 1.67.0: the one cookie that every browser has is another text with each sign of life.
#
# Found:    `_streamlit_xsrf` is set anew with every answer of /_stcore/health: the token under it stays, masked by other
#           bytes each time. A proxy that hashes this cookie to keep a reader with one of several workers, as nginx does
#           by `hash $cookie__streamlit_xsrf`, moves the reader from worker to worker, and what was handed in is not
#           there. Only its last part, the second in which it was first given, is the same each time.
# Expected: that a cookie which is sent back and is still good stays as it is. A proxy has to give a cookie of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "$server" 2> /dev/null || true; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check streamlit==1.67.0
cd "$folder"
echo 'import streamlit; streamlit.write("a page")' > page.py
port=$("$folder/venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$folder/venv/bin/python" -m streamlit run page.py --server.headless true --server.address 127.0.0.1 \
    --server.port "$port" --browser.gatherUsageStats false > log.txt 2>&1 &
server=$!
"$folder/venv/bin/python" - "$port" <<'PYTHON'
import sys
import time
from http.client import HTTPConnection

NAME = "_streamlit_xsrf"


def asked(cookie):
    """Return the cookie that an answer to a browser sets, which sends the one it has."""
    line = HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=20)
    line.request("GET", "/_stcore/health", headers={"Cookie": f"{NAME}={cookie}"} if cookie else {})
    return line.getresponse().getheader("Set-Cookie").split(";")[0].removeprefix(f"{NAME}=")


def first():
    for _ in range(300):
        try:
            return asked("")
        except ConnectionError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


cookies = [first()]
for _ in range(4):
    time.sleep(1)
    cookies.append(asked(cookies[-1]))
seconds = {cookie.split("|")[-1] for cookie in cookies}
print(f"streamlit 1.67.0: {len(set(cookies))} texts of one cookie in {len(cookies)} answers, {len(seconds)} time in them")
assert len(set(cookies)) == 5 and len(seconds) == 1
PYTHON
