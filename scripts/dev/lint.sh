# shellcheck shell=sh
# ./dev lint: the form of the code; says what is wrong and where, changes nothing.

dev_lint() {
  install_packages scripts/apt-build.txt scripts/apt-lint.txt
  failed=0
  say "clang-format"
  # shellcheck disable=SC2046  # one word a file
  clang-format-19 --dry-run --Werror $(git ls-files '*.cpp' '*.h') || failed=1
  say "shellcheck"
  # shellcheck disable=SC2046
  shellcheck -x $(git grep -l -E '^#!/bin/sh|^# shellcheck shell' -- dev scripts) || failed=1
  say "clang-tidy"
  build fuzz # its compile commands are clang's
  # shellcheck disable=SC2046
  run-clang-tidy-19 -quiet -p build/fuzz $(git ls-files 'src/*.cpp') || failed=1
  return $failed
}
