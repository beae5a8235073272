#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sitcen/result.h"

namespace sitcen::language {

/// Working memory of searches; one per thread.
class RegexScratch {
 public:
  RegexScratch();
  ~RegexScratch();
  RegexScratch(RegexScratch&&) noexcept;
  RegexScratch& operator=(RegexScratch&&) noexcept;

 private:
  friend class Regex;
  struct State;
  std::unique_ptr<State> state_;
};

/// A compiled PCRE2 pattern over UTF-8. Immutable, shared by threads.
class Regex {
 public:
  struct Match {
    std::size_t begin, end;  ///< bytes of the subject
  };

  /// \param anchored  it must match where the search starts
  /// \return the reason on failure
  [[nodiscard]] static tl::expected<Regex, std::string> compile(std::string_view pattern, bool anchored);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  /// The leftmost match that begins at `from` or later; what stands before `from` is seen by look-behinds.
  /// A search that runs into the step limit (some ten million) finds nothing: no text may hold the engine up.
  /// \param subject       valid UTF-8
  /// \param not_empty_at  at this place an empty match does not count
  [[nodiscard]] std::optional<Match> search(std::string_view subject, std::size_t from, RegexScratch& scratch,
                                            bool not_empty_at_start = false) const;

 private:
  struct Code;
  explicit Regex(std::unique_ptr<Code> code);
  std::unique_ptr<Code> code_;
};

}  // namespace sitcen::language
