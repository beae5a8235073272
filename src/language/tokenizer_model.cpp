#include "language/tokenizer_model.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace sitcen::language {
namespace {

constexpr std::size_t kSuffixWindow = 128;
// A rule for whole words looks at all of a chunk each time an affix is off it: of a chunk that is no word, not for
// ever.
constexpr std::size_t kLongestWord = 255;
constexpr std::size_t kMostTries = 16;

// spaCy takes as many characters off the text's begin or end as the match has, wherever it lies: patterns are meant to
// be anchored there, and only then is it the match itself.
std::size_t count_points(std::string_view text, Regex::Match match) {
  std::size_t points = 0;
  for (std::size_t at = match.begin; at < match.end; ++at) points += base::is_continuation(text[at]) ? 0 : 1;
  return points;
}

std::size_t first_points(std::string_view text, std::size_t points) {
  std::size_t at = 0;
  for (; at < text.size() && points > 0; --points) at += base::decode(text, at).size;
  return at;
}

std::size_t last_points(std::string_view text, std::size_t points) {
  std::size_t at = text.size();
  while (at > 0 && points > 0)
    if (!base::is_continuation(text[--at])) --points;
  return text.size() - at;
}

Result<std::optional<Regex>> load_pattern(const ModelFile& file, const std::string& name, bool anchored) {
  if (!file.has(name)) return std::optional<Regex>();
  const auto pattern = file.text(name);
  if (!pattern) return fail(pattern.error());
  auto regex = Regex::compile(*pattern, anchored);
  if (!regex) return file.damaged(name + ' ' + regex.error());
  return std::optional<Regex>(std::move(*regex));
}

}  // namespace

Result<TokenizerModel> TokenizerModel::load(const ModelFile& file) {
  TokenizerModel model;
  struct Wanted {
    const char* name;
    std::optional<Regex>* regex;
    bool anchored;
  };
  for (const Wanted& w : {Wanted{"tokenizer.prefix", &model.prefix_, false},
                          {"tokenizer.suffix", &model.suffix_, false},
                          {"tokenizer.infix", &model.infix_, false},
                          {"tokenizer.token_match", &model.token_match_, true},
                          {"tokenizer.url", &model.url_, true}}) {
    auto regex = load_pattern(file, w.name, w.anchored);
    if (!regex) return fail(std::move(regex.error()));
    *w.regex = std::move(*regex);
  }

  auto specials = FrozenTable::load(file, "tokenizer.specials");
  if (!specials) return fail(std::move(specials.error()));
  model.specials_ = *specials;
  const auto begins = file.array<std::uint32_t>("tokenizer.special_begins");
  if (!begins) return fail(begins.error());
  model.special_begins_ = *begins;
  const auto sizes = file.array<std::uint32_t>("tokenizer.part_sizes");
  if (!sizes) return fail(sizes.error());
  model.part_sizes_ = *sizes;
  const auto norms = file.array<std::uint64_t>("tokenizer.part_norms");
  if (!norms) return fail(norms.error());
  model.part_norms_ = *norms;
  if (begins->size() != std::size_t{specials->size()} + 1 || begins->front() != 0 || begins->back() != sizes->size() ||
      norms->size() != sizes->size() || !std::ranges::is_sorted(*begins))
    return file.damaged("the special cases of the tokenizer do not fit together");
  for (std::uint32_t i = 0; i < specials->size(); ++i) {
    const std::string_view text = specials->key(i);
    bool fits = !base::find_invalid_utf8(text);
    std::uint64_t at = 0;
    for (std::uint32_t part = (*begins)[i]; part < (*begins)[i + 1]; ++part) {
      fits = fits && (*sizes)[part] > 0 && at < text.size() && !base::is_continuation(text[at]);
      at += (*sizes)[part];
    }
    if (!fits || at != text.size()) return file.damaged("the parts of a special case do not add up to it");
  }

  const auto patterns = file.array<std::uint64_t>("tokenizer.patterns");
  if (!patterns) return fail(patterns.error());
  const auto ends = file.array<std::uint32_t>("tokenizer.pattern_ends");
  if (!ends) return fail(ends.error());
  if (!std::ranges::is_sorted(*ends) || (!ends->empty() && ends->back() > patterns->size()))
    return file.damaged("the patterns of the tokenizer do not fit together");
  model.ends_.push_back(false);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : *ends) {
    if (begin == end) return file.damaged("a pattern of the tokenizer is empty");
    std::uint32_t node = 0;
    for (; begin < end; ++begin) {
      const auto [at, is_new] =
          model.edges_.try_emplace(Edge{node, (*patterns)[begin]}, static_cast<std::uint32_t>(model.ends_.size()));
      if (is_new) model.ends_.push_back(false);
      node = at->second;
    }
    model.ends_[node] = true;
  }
  return model;
}

void TokenizerModel::append_special(std::uint32_t special, std::vector<Piece>& out) const {
  for (std::uint32_t part = special_begins_[special]; part < special_begins_[special + 1]; ++part)
    out.push_back({part_sizes_[part], part_norms_[part]});
}

std::size_t TokenizerModel::prefix_size(std::string_view text, RegexScratch& scratch) const {
  const auto match = prefix_ ? prefix_->search(text, 0, scratch) : std::nullopt;
  if (!match) return 0;
  return match->begin == 0 ? match->end : first_points(text, count_points(text, *match));
}

/// The leftmost suffix is wanted, but trying every place of a long text again for each affix would make a run of a
/// thousand brackets cost a million tries. So only the text's end is searched, and more of it while the match begins in
/// the first half of what was searched: suffixes are short, or a run of one thing ("....") that a later start matches
/// too.
std::size_t TokenizerModel::suffix_size(std::string_view text, RegexScratch& scratch) const {
  if (!suffix_) return 0;
  for (std::size_t window = kSuffixWindow;; window *= 2) {
    std::size_t from = text.size() > window ? text.size() - window : 0;
    while (from > 0 && base::is_continuation(text[from])) --from;
    const auto match = suffix_->search(text, from, scratch);
    if (from > 0 && match && match->begin < text.size() - window / 2) continue;
    if (!match) return 0;
    return match->end == text.size() ? match->end - match->begin : last_points(text, count_points(text, *match));
  }
}

bool TokenizerModel::has_affix(std::string_view text, RegexScratch& scratch) const {
  return prefix_size(text, scratch) > 0 || suffix_size(text, scratch) > 0 ||
         (infix_ && infix_->search(text, 0, scratch).has_value());
}

bool TokenizerModel::is_one_token(std::string_view text, RegexScratch& scratch) const {
  return token_match_ && token_match_->search(text, 0, scratch);
}

void TokenizerModel::split_infixes(std::string_view core, RegexScratch& scratch, std::vector<Piece>& out) const {
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (end > begin) out.push_back({static_cast<std::uint32_t>(end - begin), 0});
    begin = end;
  };
  std::size_t from = 0;
  bool after_empty = false;
  while (infix_ && from <= core.size()) {
    const auto match = infix_->search(core, from, scratch, after_empty);
    if (!match) break;
    after_empty = match->begin == match->end;
    from = match->end;
    if (match->begin == 0) continue;  // nothing would stand before it
    add(match->begin);
    add(match->end);
  }
  add(core.size());
}

void TokenizerModel::split(std::string_view chunk, bool with_specials, RegexScratch& scratch,
                           std::vector<Piece>& out) const {
  if (const auto whole = special(chunk, with_specials)) return append_special(*whole, out);
  // Prefixes go out as they are found; suffixes wait until the core is done.
  std::vector<Piece> suffixes;
  std::string_view core = chunk;
  std::size_t last_size = 0;
  std::size_t tries = 0;
  const auto is_whole = [&] {
    return (chunk.size() <= kLongestWord || ++tries <= kMostTries) && is_one_token(core, scratch);
  };
  const auto take_prefix = [&](std::size_t size) {
    out.push_back({static_cast<std::uint32_t>(size), 0});
    core.remove_prefix(size);
  };
  const auto take_suffix = [&](std::size_t size) {
    suffixes.push_back({static_cast<std::uint32_t>(size), 0});
    core.remove_suffix(size);
  };
  while (!core.empty() && core.size() != last_size) {
    if (is_whole() || special(core, with_specials)) break;
    last_size = core.size();
    const std::size_t prefix = prefix_size(core, scratch);
    const std::string_view rest = core.substr(prefix);
    if (prefix > 0 && !rest.empty() && special(rest, with_specials)) {
      take_prefix(prefix);
      break;
    }
    const std::size_t suffix = suffix_size(rest, scratch);
    const std::string_view front = core.substr(0, core.size() - suffix);
    if (suffix > 0 && !front.empty() && special(front, with_specials)) {
      take_suffix(suffix);
      break;
    }
    if (prefix > 0) take_prefix(prefix);
    if (suffix > 0) take_suffix(suffix);
  }
  if (!core.empty()) {
    if (const auto found = special(core, with_specials)) {
      append_special(*found, out);
    } else if (is_whole() || (url_ && url_->search(core, 0, scratch))) {
      out.push_back({static_cast<std::uint32_t>(core.size()), 0});
    } else {
      split_infixes(core, scratch, out);
    }
  }
  out.insert(out.end(), suffixes.rbegin(), suffixes.rend());
}

}  // namespace sitcen::language
