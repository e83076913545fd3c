#!/bin/sh
# Installs Cadwyn, the Python peer of `npm run bench`, from PyPI into node_modules/.cache.
# Needs python3 with venv (Debian: apt-get install python3-venv).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
home="$root/node_modules/.cache/holdfast-cadwyn"
python3 -m venv "$home"
"$home/bin/pip" install --quiet --disable-pip-version-check \
  --requirement "$root/packages/bench/src/cadwyn/requirements.txt"
echo "Cadwyn is installed: npm run bench -- --only cadwyn"
