#!/bin/sh
# A Chromium for the tests of pages: prints where it is, and nothing else, on stdout.
#
#   scripts/chromium.sh            where one is, or nothing
#   scripts/chromium.sh install    the same, and installs it where it is missing (Debian, as root)
set -eu

find_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return
    fi
  done
}

found="$(find_chromium)"
if [ -z "$found" ] && [ "${1:-}" = install ]; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "chromium.sh: install Debian's package chromium, or set CHROMIUM to where one is." >&2
    exit 1
  fi
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >&2
  found="$(find_chromium)"
fi
[ -z "$found" ] || echo "$found"
