#include "language/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <utility>

namespace sitcen::language {
namespace {

constexpr std::uint32_t kStepLimit = 10'000'000;
constexpr std::size_t kFirstStack = std::size_t{32} << 10;
constexpr std::size_t kLargestStack = std::size_t{4} << 20;

}  // namespace

struct RegexScratch::State {
  pcre2_match_data* match = pcre2_match_data_create(1, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(kFirstStack, kLargestStack, nullptr);

  State() {
    if (context == nullptr) return;
    pcre2_set_match_limit(context, kStepLimit);
    pcre2_set_heap_limit(context, static_cast<std::uint32_t>(kLargestStack >> 10));
    if (stack != nullptr) pcre2_jit_stack_assign(context, nullptr, stack);
  }
  ~State() {
    pcre2_match_data_free(match);
    pcre2_match_context_free(context);
    pcre2_jit_stack_free(stack);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

RegexScratch::RegexScratch() : state_(std::make_unique<State>()) {}
RegexScratch::~RegexScratch() = default;
RegexScratch::RegexScratch(RegexScratch&&) noexcept = default;
RegexScratch& RegexScratch::operator=(RegexScratch&&) noexcept = default;

struct Regex::Code {
  pcre2_code* code = nullptr;
  explicit Code(pcre2_code* compiled) : code(compiled) {}
  ~Code() { pcre2_code_free(code); }
  Code(const Code&) = delete;
  Code& operator=(const Code&) = delete;
};

Regex::Regex(std::unique_ptr<Code> code) : code_(std::move(code)) {}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

tl::expected<Regex, std::string> Regex::compile(std::string_view pattern, bool anchored) {
  struct FreeContext {
    void operator()(pcre2_compile_context* c) const noexcept { pcre2_compile_context_free(c); }
  };
  const std::unique_ptr<pcre2_compile_context, FreeContext> context(pcre2_compile_context_create(nullptr));
  if (!context) return tl::unexpected<std::string>("out of memory");
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);  // as Python has it, whatever this PCRE2 was built with
  int error = 0;
  PCRE2_SIZE at = 0;
  const std::uint32_t options = PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | (anchored ? PCRE2_ANCHORED : 0);
  auto* code =
      pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &error, &at, context.get());
  if (code == nullptr) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return tl::unexpected("at byte " + std::to_string(at) + ": " + reinterpret_cast<const char*>(text.data()));
  }
  Regex regex(std::make_unique<Code>(code));
  // Where the system forbids making code at run time, the interpreter gives the same matches, more slowly.
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  return regex;
}

std::optional<Regex::Match> Regex::search(std::string_view subject, std::size_t from, RegexScratch& scratch,
                                          bool not_empty_at_start) const {
  auto& state = *scratch.state_;
  const std::uint32_t options = PCRE2_NO_UTF_CHECK | (not_empty_at_start ? PCRE2_NOTEMPTY_ATSTART : 0);
  const int found = pcre2_match(code_->code, reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), from,
                                options, state.match, state.context);
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(state.match);
  return Match{ends[0], ends[1]};
}

}  // namespace sitcen::language
