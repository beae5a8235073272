# shellcheck shell=sh
# ./dev bench [DATA]: speed and memory, spaCy beside it; figures on stdout.

dev_bench() {
  install_packages scripts/apt-build.txt
  build release
  import_model md en_core_web_md-3.8.0
  bench/run "$@"
}
