// Times the language engine alone: texts in memory, tokens out, nothing printed in between.
// usage: bench_engine MODEL TEXTS.jsonl [options]; prints one JSON object a round. bench/run calls it.

#include "sitcen/engine.h"

#include <fmt/core.h>
#include <signal.h>
#include <sys/time.h>
#include <ucontext.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

extern "C" const char __executable_start;  // NOLINT(bugprone-reserved-identifier): the linker's

namespace {

struct Options {
  std::string model, texts, profile;
  sitcen::EngineOptions engine;
  std::size_t cache_mib = sitcen::EngineOptions{}.cache_bytes >> 20;
  std::size_t threads = 1, rounds = 3, repeat = 1;
  bool cold = false, join = false;
};

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class T>
T value_or_exit(sitcen::Result<T> result) {
  if (result) return *std::move(result);
  fmt::print(stderr, "bench_engine: {}\n", result.error().message);
  std::exit(1);
}

std::vector<std::string> load(const Options& options) {
  std::vector<std::string> texts;
  std::ifstream in(options.texts, std::ios::binary);
  for (std::string line; std::getline(in, line);) texts.push_back(nlohmann::json::parse(line).at("text"));
  std::vector<std::string> out;
  for (std::size_t i = 0; i < options.repeat; ++i) out.insert(out.end(), texts.begin(), texts.end());
  if (!options.join) return out;
  std::string all;
  for (const std::string& text : out) all += text + "\n\n";
  return {all};
}

// A sampling profile of our own, as perf is not everywhere: where the program stands every millisecond of its CPU time.
std::atomic<std::size_t> g_samples{0};          // NOLINT: a signal handler has no other place
std::vector<std::uintptr_t> g_program_counter;  // NOLINT

void sample(int, siginfo_t*, void* context) {
  const std::size_t at = g_samples.fetch_add(1, std::memory_order_relaxed);
  if (at < g_program_counter.size())
    g_program_counter[at] = static_cast<std::uintptr_t>(static_cast<ucontext_t*>(context)->uc_mcontext.gregs[REG_RIP]);
}

void set_sampling(bool on) {
  if (on) {
    g_program_counter.assign(1'000'000, 0);
    struct sigaction action{};
    action.sa_sigaction = sample;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    sigaction(SIGPROF, &action, nullptr);
  }
  const itimerval every{{0, on ? 1000 : 0}, {0, on ? 1000 : 0}};
  setitimer(ITIMER_PROF, &every, nullptr);
}

void write_profile(const std::string& file) {
  std::map<std::uintptr_t, std::size_t> counts;
  for (std::size_t i = 0; i < std::min(g_samples.load(), g_program_counter.size()); ++i)
    ++counts[g_program_counter[i] - reinterpret_cast<std::uintptr_t>(&__executable_start)];
  std::ofstream out(file);
  for (const auto& [offset, count] : counts) out << fmt::format("{:x} {}\n", offset, count);
}

struct Worker {
  sitcen::Engine engine;
  sitcen::Document document;
  std::size_t tokens = 0;
};

/// Reads all texts once; each thread takes the next one that is left.
/// \return tokens that are not white space
std::size_t read_all(std::vector<Worker>& workers, const std::vector<std::string>& texts) {
  std::atomic<std::size_t> next{0};
  const auto work = [&](Worker& worker) {
    worker.tokens = 0;
    for (std::size_t i = next++; i < texts.size(); i = next++) {
      if (const auto done = worker.engine.read(texts[i], worker.document); !done) {
        fmt::print(stderr, "bench_engine: text {}: {}\n", i + 1, done.error().message);
        std::exit(1);
      }
      for (const sitcen::Token& token : worker.document.tokens) worker.tokens += !token.is_space;
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < workers.size(); ++i) threads.emplace_back([&work, &workers, i] { work(workers[i]); });
    work(workers[0]);
  }
  std::size_t tokens = 0;
  for (const Worker& worker : workers) tokens += worker.tokens;
  return tokens;
}

std::vector<Worker> make_workers(const Options& options, const std::shared_ptr<const sitcen::Model>& model) {
  std::vector<Worker> workers;
  for (std::size_t i = 0; i < options.threads; ++i)
    workers.push_back({value_or_exit(sitcen::Engine::create(model, options.engine)), {}, 0});
  return workers;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Times the language engine");
  const std::map<std::string, sitcen::Isa> isas{{"best", sitcen::Isa::best},
                                                {"plain", sitcen::Isa::plain},
                                                {"avx2", sitcen::Isa::avx2},
                                                {"avx512", sitcen::Isa::avx512},
                                                {"amx", sitcen::Isa::amx}};
  const std::map<std::string, sitcen::Precision> precisions{{"f32", sitcen::Precision::f32},
                                                            {"bf16", sitcen::Precision::bf16}};
  app.add_option("model", options.model)->required();
  app.add_option("texts", options.texts, "JSON Lines with \"text\"")->required();
  app.add_option("--isa", options.engine.isa)->transform(CLI::Transformer(isas));
  app.add_option("--precision", options.engine.precision)->transform(CLI::Transformer(precisions));
  app.add_option("--cache", options.cache_mib, "MiB of word-type caches per thread");
  app.add_option("--threads", options.threads)->check(CLI::Range(1, 64));
  app.add_option("--rounds", options.rounds, "timed passes over the texts");
  app.add_option("--repeat", options.repeat, "how often each pass reads the texts");
  app.add_flag("--join", options.join, "one long text of them all");
  app.add_flag("--cold", options.cold,
               "new engines, with empty caches, for each pass; otherwise one pass goes before, untimed");
  app.add_option("--profile", options.profile, "FILE for samples of the program counter, from the timed passes");
  CLI11_PARSE(app, argc, argv);
  options.engine.cache_bytes = options.cache_mib << 20;

  const auto model = value_or_exit(sitcen::open_model(options.model));
  const std::vector<std::string> texts = load(options);
  std::vector<Worker> workers = make_workers(options, model);
  if (!options.cold) read_all(workers, texts);
  if (!options.profile.empty()) set_sampling(true);
  for (std::size_t round = 0; round < options.rounds; ++round) {
    if (options.cold) workers = make_workers(options, model);
    const double wall = wall_seconds();
    const double cpu = cpu_seconds();
    const std::size_t tokens = read_all(workers, texts);
    fmt::print("{{\"round\": {}, \"tokens\": {}, \"cpu\": {:.6f}, \"wall\": {:.6f}}}\n", round, tokens,
               cpu_seconds() - cpu, wall_seconds() - wall);
    std::fflush(stdout);
  }
  if (options.profile.empty()) return 0;
  set_sampling(false);
  write_profile(options.profile);
}
