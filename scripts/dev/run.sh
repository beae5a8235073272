# shellcheck shell=sh
# ./dev run [--serve]: from an empty machine to the picture of the reports in examples/.

dev_run() {
  serve=
  case ${1:-} in
    --serve) serve=yes ;;
    '') ;;
    *) echo "./dev run: no option $1; there is --serve" >&2; return 2 ;;
  esac
  port=${SITCEN_PORT:-8474}
  store=build/sample.sqlite

  install_packages scripts/apt-build.txt
  build release sitcen
  import_model md en_core_web_md-3.8.0
  build_gazetteer

  say "reading examples/ into $store"
  build/sitcen ingest --store "$store" examples/[0-9]*
  build/sitcen said --store "$store"
  if [ -z "$serve" ]; then
    say "to see it as pages: ./dev run --serve, then http://127.0.0.1:$port/"
    return 0
  fi
  say "serving http://127.0.0.1:$port/ until Ctrl-C"
  exec build/sitcen serve --store "$store" --port "$port"
}
