#!/bin/sh
# Installs a build into an empty folder, builds a small project that finds it there, and runs both programs.
# usage: check_install.sh CMAKE BUILD COMPILER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" --install "$2" --prefix "$folder/usr" > /dev/null
for file in bin/muster share/man/man1/muster.1 share/bash-completion/completions/muster share/zsh/site-functions/_muster \
            share/fish/vendor_completions.d/muster.fish include/muster/pipeline/run.hpp; do
  test -s "$folder/usr/$file" || { echo "not installed: $file"; exit 1; }
done
"$folder/usr/bin/muster" --version
# The installed program finds the installed reader of PDFs, if it was built.
if [ -x "$folder/usr/libexec/muster/muster-pdf" ]; then
  python3 "$here/../support/make_pdf.py" --hello "$folder/a.pdf"
  test "$(env -u MUSTER_PDF "$folder/usr/bin/muster" text "$folder/a.pdf")" = "Recommendation 3 has been implemented."
fi
"$1" -S "$here" -B "$folder/build" -G Ninja -DCMAKE_PREFIX_PATH="$folder/usr" -DCMAKE_CXX_COMPILER="$3" > "$folder/log" 2>&1 ||
  { cat "$folder/log"; exit 1; }
"$1" --build "$folder/build" > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
"$folder/build/consumer"
