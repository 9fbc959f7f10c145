#!/bin/sh
# Builds the Debian packages of what is committed, into build/deb, and holds them against lintian.
# usage: packaging/make_deb.sh        (from the project's folder; make deb)
set -eu
version=$(sed -n 's/^project(muster VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
out=build/deb
rm -rf "$out"
mkdir -p "$out/muster-$version"
git archive HEAD | tar -x -C "$out/muster-$version"
tar -c -J -C "$out" -f "$out/muster_$version.orig.tar.xz" "muster-$version"
cp -r "$out/muster-$version/packaging/debian" "$out/muster-$version/debian"
(cd "$out/muster-$version" && dpkg-buildpackage -b -us -uc > ../build.log 2>&1) || { tail -n 30 "$out/build.log"; exit 1; }
rm -rf "$out/muster-$version"
echo "Packages in $out:"
(cd "$out" && ls -1 ./*.deb)
lintian --fail-on error "$out"/*.changes
