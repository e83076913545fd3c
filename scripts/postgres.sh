#!/bin/sh
# A throwaway PostgreSQL for tests and for trying things: its own cluster, in a temporary folder,
# on a free port of the loopback, with fsync on and a password that nobody else knows.
#
#   scripts/postgres.sh start          installs PostgreSQL if it is missing (Debian, as root), starts
#                                      a cluster, and prints its URL, and nothing else, on stdout
#   scripts/postgres.sh stop URL       stops the cluster and removes its folder
#   scripts/postgres.sh stop FOLDER    the same, by the folder that `start` named on stderr
set -eu

parent="${TMPDIR:-/tmp}"

say() { echo "postgres.sh: $*" >&2; }
fail() { say "$*"; exit 1; }

usage() {
  sed -n '2,/^set -eu/{/^#/s/^# \{0,1\}//p;}' "$0" >&2
  exit 2
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# PostgreSQL refuses to run as root, so root runs it as the user that Debian's package makes.
as_owner() {
  if is_root; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Debian keeps the server's programs out of PATH, a folder for each major version.
find_programs() {
  if command -v initdb >/dev/null 2>&1; then
    dirname "$(command -v initdb)"
    return
  fi
  ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1
}

programs_or_install() {
  programs="$(find_programs)"
  if [ -z "$programs" ]; then
    is_root || fail "PostgreSQL is not installed; install Debian's package postgresql, or run as root."
    command -v apt-get >/dev/null || fail "PostgreSQL is not installed, and there is no apt-get."
    say "installing PostgreSQL"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >&2
    programs="$(find_programs)"
  fi
  [ -n "$programs" ] || fail "no initdb found after installing."
}

random_hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

random_port() { echo $((20000 + $(od -An -N2 -tu2 /dev/urandom) % 12000)); }

start() {
  programs_or_install
  folder="$(mktemp -d "$parent/holdfast-postgres.XXXXXX")"
  password="$(random_hex 16)"
  printf '%s\n' "$password" >"$folder/password"
  if is_root; then chown -R postgres "$folder"; fi

  as_owner "$programs/initdb" --pgdata="$folder/data" --username=holdfast --pwfile="$folder/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; rm -rf "$folder"; fail "initdb failed."; }

  for attempt in 1 2 3 4 5; do
    port="$(random_port)"
    if as_owner "$programs/pg_ctl" start --pgdata="$folder/data" --log="$folder/server.log" --wait --silent \
      --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder -c fsync=on -c max_connections=300" >&2; then
      echo "$port" >"$folder/port"
      say "started on port $port, in $folder"
      echo "postgres://holdfast:$password@127.0.0.1:$port/postgres"
      return
    fi
    say "attempt $attempt failed; trying another port"
  done
  cat "$folder/server.log" >&2
  rm -rf "$folder"
  fail "PostgreSQL did not start."
}

folder_of() {
  case "$1" in
    postgres://* | postgresql://*)
      port="$(echo "$1" | sed -n 's|.*:\([0-9][0-9]*\)/.*|\1|p')"
      grep -lx "$port" "$parent"/holdfast-postgres.*/port 2>/dev/null | head -n 1 | xargs -r dirname
      ;;
    *) echo "${1%/}" ;;
  esac
}

stop() {
  folder="$(folder_of "$1")"
  # Never removes a folder that `start` did not make.
  [ -n "$folder" ] && [ -f "$folder/port" ] && [ -d "$folder/data" ] || fail "no cluster of mine: $1"
  programs="$(find_programs)"
  as_owner "$programs/pg_ctl" stop --pgdata="$folder/data" --mode=fast --wait --silent >&2 ||
    say "it was not running"
  rm -rf "$folder"
}

case "${1:-}" in
  start) start ;;
  stop) [ $# -eq 2 ] || usage; stop "$2" ;;
  *) usage ;;
esac
