#!/bin/sh
# Prints the pages beside this file to PDF, into corpus/texts/harbourside. Needs Debian's chromium. The PDFs are kept in the project, since
# another version of the browser prints other bytes.
# usage: sh corpus/made/print.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../texts/harbourside
mkdir -p "$out"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for page in "$here"/*.html; do
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update \
    --disable-sync --user-data-dir="$profile" --no-pdf-header-footer --print-to-pdf="$out/$(basename "$page" .html).pdf" "file://$page" 2>/dev/null
done
ls -l "$out"
