#!/usr/bin/env bash
# A private PostgreSQL for tests: made in a temporary folder, removed on the way out.
#
#   tests/postgres.sh [--durable] -- command args…    run a command with HEARTHSIDE_TEST_POSTGRES set
#   tests/postgres.sh [--durable] [--url-file PATH]   keep it up until Ctrl-C; print (and write) the URL
#
# --durable leaves fsync on, for tests that kill the server. Needs the binaries of PostgreSQL 15 or
# newer; HEARTHSIDE_PG_BIN names their folder when it is not in the usual place.
set -euo pipefail

durable=no url_file='' command=()
while (($#)); do
  case $1 in
    --durable) durable=yes; shift ;;
    --url-file) url_file=${2:?--url-file needs a path}; shift 2 ;;
    --) shift; command=("$@"); break ;;
    *) echo "postgres.sh: unknown argument $1" >&2; exit 2 ;;
  esac
done

bin=${HEARTHSIDE_PG_BIN:-}
unset HEARTHSIDE_PG_BIN   # the server takes it for a setting
if [[ -z $bin ]]; then
  bin=$(find /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql@*/bin \
    -maxdepth 1 -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -n 1 || true)
fi
if [[ ! -x $bin/initdb || ! -x $bin/postgres ]]; then
  echo 'postgres.sh: no PostgreSQL binaries found (Debian: apt-get install postgresql)' >&2
  exit 3
fi

# initdb refuses to run as root, so root hands over to the account Debian's package made.
as=()
if ((EUID == 0)); then
  id postgres >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin postgres
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi

# In memory where there is room: a database for each test is thousands of small files, and making them on a disk was most of
# what a test on PostgreSQL cost. Short, for a socket path may hold 107 bytes.
place=/tmp
if [[ $durable == no && -w /dev/shm ]] && (($(df --output=avail -k /dev/shm | tail -n 1) > 4000000)); then place=/dev/shm; fi
home=$(mktemp -d $place/hearthside-pg.XXXXXX)
server='' child=''
finish() {
  trap - EXIT INT TERM HUP
  [[ -n $child ]] && kill "$child" 2>/dev/null && wait "$child" 2>/dev/null
  # INT asks PostgreSQL for a fast stop: sessions are ended, nothing is waited for.
  [[ -n $server ]] && kill -INT "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf "$home"
  [[ -n $url_file ]] && rm -f "$url_file"
  return 0
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
((EUID == 0)) && chown postgres: "$home"

cd "$home"   # the server's account may not be able to read where we came from
"${as[@]}" "$bin/initdb" --no-sync --auth=trust --username=hearthside --encoding=UTF8 --locale=C.UTF-8 \
  --pgdata="$home/data" >"$home/initdb.out" 2>&1 || { cat "$home/initdb.out" >&2; exit 1; }

free_port() { # asks the kernel which ports are taken, then picks one that is not
  local port
  for _ in {1..50}; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  return 1
}

safety=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)
[[ $durable == yes ]] && safety=(-c fsync=on -c synchronous_commit=on)
# Statements hold members' words, so none may reach a log, not even beside an error.
quiet=(-c log_statement=none -c log_min_error_statement=panic -c log_min_duration_statement=-1
  -c log_parameter_max_length_on_error=0 -c log_error_verbosity=terse -c log_connections=off)
size=(-c max_connections=200 -c shared_buffers=64MB -c max_pred_locks_per_transaction=256 -c wal_keep_size=512MB)

up=no
for _ in {1..5}; do   # another program may take the port between the look and the bind
  port=$(free_port)
  "${as[@]}" "$bin/postgres" -D "$home/data" -p "$port" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories="$home" "${safety[@]}" "${quiet[@]}" "${size[@]}" >"$home/log" 2>&1 &
  server=$!
  for _ in {1..200}; do
    "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" -U hearthside && { up=yes; break 2; }
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
  done
  kill -INT "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=''
done
[[ $up == yes ]] || { echo 'postgres.sh: the server did not start:' >&2; tail -n 20 "$home/log" >&2; exit 1; }

url="postgres://hearthside@127.0.0.1:$port/postgres"
export HEARTHSIDE_TEST_POSTGRES=$url HEARTHSIDE_TEST_PG_BIN=$bin
cd "$OLDPWD"
[[ -n $url_file ]] && echo "$url" >"$url_file"

if ((${#command[@]})); then
  "${command[@]}" &
  child=$!
  status=0
  wait "$child" || status=$?
  child=''
  exit "$status"
fi
echo "$url"
wait "$server"
