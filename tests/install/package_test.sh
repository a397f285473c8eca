#!/usr/bin/env bash
# Installs the Debian package on a bare machine, and annotates and collates the example story there.
#   tests/install/package_test.sh PACKAGE.deb
# The machine is a chroot: this one's release, made by debootstrap from this one's package source (kept as build/bare.tar). That needs root
# and debootstrap; without them the test says so and passes, as skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
package=${1:?usage: package_test.sh PACKAGE.deb}

skip() { printf 'package_test: skipped: %s\n' "$*" >&2; exit 0; }
fail() { printf 'package_test: %s\n' "$*" >&2; exit 1; }

((EUID == 0)) || skip "a chroot needs root"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
# shellcheck source=/dev/null
release=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
mirror=$(cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null |
  awk '/^URIs:/ { print $2; exit } $1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }') || true
[[ $release && $mirror ]] || skip "no release or no package source is known here"

mkdir -p build
bare=build/bare.tar
root=$(mktemp -d "$PWD/build/bare.XXXXXX")
trap 'rm -rf --one-file-system "$root"' EXIT
chmod 755 "$root"
if [[ ! -s $bare ]]; then
  debootstrap --variant=minbase --include=ca-certificates "$release" "$root/base" "$mirror" >build/bare.log 2>&1 || fail "debootstrap failed: build/bare.log"
  tar -C "$root/base" -cf "$bare.part" .
  mv "$bare.part" "$bare"
  rm -rf "$root/base"
fi
tar -C "$root" -xf "$bare"
# This machine's ways to its packages.
cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true
rm -f "$root/etc/apt/sources.list"
for part in sources.list sources.list.d apt.conf.d; do
  [[ ! -e /etc/apt/$part ]] || cp -rLT "/etc/apt/$part" "$root/etc/apt/$part"
done
[[ ! -d /usr/share/keyrings ]] || cp -rLT /usr/share/keyrings "$root/usr/share/keyrings"

cp "$package" "$root/tetrapla.deb"
mkdir "$root/story"
cp examples/kessen-dam/*.txt "$root/story/"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }
as_user() { inside setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; } # nobody: what was installed is for everybody

inside apt-get -qq update >build/bare.log 2>&1 || fail "apt-get update failed: build/bare.log"
inside env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install /tetrapla.deb >>build/bare.log 2>&1 ||
  fail "the package cannot be installed: build/bare.log"
as_user tetrapla --version
lines=$(as_user tetrapla annotate /story | wc -l)
((lines == 9)) || fail "annotate wrote $lines lines for 9 reports"
as_user tetrapla collate /story --columns 100 >build/bare.dossier
grep -q 'independent line\|lines of reporting' build/bare.dossier || fail "collate wrote no dossier: build/bare.dossier"
as_user tetrapla collate /story --format json >build/bare.json
grep -q '"model":"[0-9a-f]\{64\}"' build/bare.json || fail "the dossier names no model"
for file in man/man1/tetrapla.1.gz bash-completion/completions/tetrapla zsh/vendor-completions/_tetrapla fish/vendor_completions.d/tetrapla.fish \
  doc/tetrapla/copyright doc/tetrapla/licences/wordnet-3.0.txt doc/tetrapla/formats/dossier.schema.json tetrapla/en-md.model; do
  [[ -s $root/usr/share/$file ]] || fail "the package lacks /usr/share/$file"
done
inside dpkg --verify tetrapla || fail "the installed files are not those of the package"
inside apt-get -qq -y purge tetrapla >>build/bare.log 2>&1 || fail "the package cannot be removed: build/bare.log"
[[ ! -e $root/usr/bin/tetrapla && ! -e $root/usr/share/tetrapla ]] || fail "removing it leaves files behind"
echo "package_test: installed, run and removed on a bare machine ($release)"
