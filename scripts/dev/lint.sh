# ./dev lint: the form of the code; says what is wrong and where, changes nothing.

dev_lint() {
  install_packages scripts/apt-build.txt scripts/apt-lint.txt
  failed=0
  sources=$(git ls-files -co --exclude-standard 'src/*.cpp' 'include/*.h' 'src/*.h' 'knowledge/*.h' 'tests/*.cpp' 'tests/*.h' 'bench/*.cpp' 'bench/*.h')
  say "clang-format"
  # shellcheck disable=SC2086  # one word a file
  clang-format-19 --dry-run --Werror $sources || failed=1
  say "shellcheck"
  # shellcheck disable=SC2046
  shellcheck -x $(git ls-files -co --exclude-standard dev 'scripts/*' '*.sh' | grep -v -E '\.(txt|tsv|py|md)$') || failed=1
  say "clang-tidy"
  build fuzz # its compile commands are clang's
  # shellcheck disable=SC2046
  run-clang-tidy-19 -quiet -p build/fuzz $(git ls-files -co --exclude-standard 'src/*.cpp') || failed=1
  return $failed
}
