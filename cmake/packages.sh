#!/bin/sh
# Installs the Debian packages that a build (or its tests) needs and that are not there yet.
# usage: cmake/packages.sh run|test|check|machines|site|deb     check: also clang, sanitizers, the fuzzers' runtime and machines
set -eu

run="g++ cmake ninja-build pkg-config
  libarchive-dev
  libbz2-dev
  libcli11-dev
  libexpat1-dev
  libexpected-dev
  libfmt-dev
  libfreetype-dev
  libgumbo-dev
  libharfbuzz-dev
  libjbig2dec0-dev
  libjpeg-dev
  liblzma-dev
  libmujs-dev
  libmupdf-dev
  libopenjp2-7-dev
  libpcre2-dev
  libseccomp-dev
  libsimdjson-dev
  libsqlite3-dev
  libtomlplusplus-dev
  libutf8proc-dev
  libxlsxwriter-dev
  libzstd-dev
  nettle-dev
  zlib1g-dev"
test="$run doctest-dev python3 jq
  chromium chromium-driver
  jupyter-nbconvert
  mkdocs
  mypy
  python3-ipykernel
  python3-jsonschema
  python3-matplotlib
  python3-openpyxl
  python3-pandas
  python3-selenium
  r-base-core
  r-cran-jsonlite
  sqlite3"
# Tests of runs over several machines; without them those tests are skipped.
machines="openssh-client openssh-server parallel python3-distributed slurm-wlm"
check="$test $machines valgrind strace clang-14 clang libclang-rt-14-dev libbenchmark-dev ripgrep"

case "${1:-}" in
  run) want=$run ;;
  test) want=$test ;;
  check) want=$check ;;
  machines) want="$test $machines" ;;
  site) want="$run python3 mkdocs" ;;
  deb) want="$run python3 python3-setuptools mkdocs debhelper dpkg-dev lintian git" ;;
  *) echo "usage: $0 run|test|check|machines|site|deb" >&2; exit 2 ;;
esac

missing=""
for package in $want; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "muster needs these Debian packages, installing them now:$missing"
if [ "$(id -u)" = 0 ]; then
  sudo=""
elif command -v sudo >/dev/null; then
  sudo=sudo
else
  echo "Neither root nor sudo: please install them yourself:  apt-get install$missing" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# shellcheck disable=SC2086
if ! { $sudo apt-get update -q && $sudo apt-get install -y -q --no-install-recommends $missing; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "Installing failed; the whole log is $log" >&2
  exit 1
fi
rm -f "$log"
