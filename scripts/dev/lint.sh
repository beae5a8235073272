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
  # Of a configuration by clang that compiles each file alone; nothing is built.
  logged configure-lint cmake --preset fuzz -B build/lint -DCMAKE_UNITY_BUILD=OFF
  # shellcheck disable=SC2046
  scripts/tidy build/lint build/lint/clean $(git ls-files 'src/*.cpp') || failed=1
  return $failed
}
