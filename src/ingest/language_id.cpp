#include "ingest/language_id.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <fasttext/fasttext.h>

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

#include "base/utf8.h"
#include "ingest/identity.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kLookedAt = 4000;
constexpr std::size_t kFewestLetters = 20;
constexpr double kEnough = 60;                ///< letters, to be believed
constexpr std::size_t kEnoughToDiffer = 200;  ///< letters that a text must have to be in another language than was said
constexpr double kSure = 0.85;
/// SHA-256 of the one file that is opened: fastText's loader is not made for files by others.
constexpr std::string_view kFastTextFile = "8f3472cfe8738a7b6099e8e999c3cbfae0dcd15696aac7d7738a8039db603e83";

std::string_view front_of(std::string_view text) {
  if (text.size() <= kLookedAt) return text;
  std::size_t end = kLookedAt;
  while (end > 0 && base::is_continuation(text[end])) --end;
  return text.substr(0, end);
}

/// \return letters, roughly: a sign outside ASCII counts as one
std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) >= 0xC0);
  }));
}

/// Codes that BCP 47 has replaced.
std::string modern(std::string tag) {
  constexpr std::pair<std::string_view, std::string_view> kReplaced[] = {{"iw", "he"},  {"in", "id"},     {"ji", "yi"},
                                                                         {"jw", "jv"},  {"mo", "ro"},     {"no", "nb"},
                                                                         {"tl", "fil"}, {"sh", "sr-Latn"}};
  for (const auto& [old, now] : kReplaced) {
    if (tag == old) return std::string(now);
  }
  return tag;
}

/// Languages whose texts are taken for one another, or that are written as one.
constexpr std::array<std::array<std::string_view, 6>, 4> kAlike = {{{"nb", "nn", "no", "da", "", ""},
                                                                    {"hr", "sr", "bs", "sh", "cnr", ""},
                                                                    {"id", "ms", "jv", "", "", ""},
                                                                    {"pt", "gl", "", "", "", ""}}};

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

bool alike(std::string_view one, std::string_view two) {
  one = primary(one);
  two = primary(two);
  if (one == two) return true;
  return std::ranges::any_of(kAlike, [&](const auto& group) {
    return std::ranges::find(group, one) != group.end() && std::ranges::find(group, two) != group.end();
  });
}

std::optional<IdentifiedLanguage> by_cld2(std::string_view text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0, languages.data(),
                                 percents.data(), scores.data(), nullptr, &bytes, &reliable);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
  constexpr double kDoubtful = 0.4;
  const double share = percents[0] / 100.0;
  return IdentifiedLanguage{modern(CLD2::LanguageCode(languages[0])), reliable ? share : kDoubtful * share};
}

}  // namespace

struct LanguageIdentifier::FastText {
  [[nodiscard]] std::optional<IdentifiedLanguage> identify(std::string_view text) const {
    constexpr std::string_view kLabel = "__label__";
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    std::istringstream in(line + '\n');
    std::vector<std::pair<fasttext::real, std::string>> found;
    if (!model.predictLine(in, found, 1, 0) || found.empty() || !found[0].second.starts_with(kLabel)) return {};
    const double score = std::clamp(static_cast<double>(found[0].first), 0.0, 1.0);
    return IdentifiedLanguage{modern(found[0].second.substr(kLabel.size())), score};
  }

  fasttext::FastText model;
};

LanguageIdentifier::LanguageIdentifier() = default;
LanguageIdentifier::LanguageIdentifier(LanguageIdentifier&&) noexcept = default;
LanguageIdentifier& LanguageIdentifier::operator=(LanguageIdentifier&&) noexcept = default;
LanguageIdentifier::~LanguageIdentifier() = default;

Result<LanguageIdentifier> LanguageIdentifier::open(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::file_not_found, {file.string()});
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (sha256_hex(bytes) != kFastTextFile) return fail(ErrorCode::bad_language_file, {file.string()});
  LanguageIdentifier out;
  try {
    auto opened = std::make_unique<FastText>();
    opened->model.loadModel(file.string());
    out.fast_text_ = std::move(opened);
  } catch (const std::exception&) {  // another file has taken its place meanwhile
    return fail(ErrorCode::bad_language_file, {file.string()});
  }
  return out;
}

std::optional<IdentifiedLanguage> LanguageIdentifier::identify(std::string_view text) const {
  const std::string_view front = front_of(text);
  const std::size_t letters = letters_in(front);
  if (letters < kFewestLetters) return std::nullopt;
  auto found = fast_text_ ? fast_text_->identify(front) : std::nullopt;
  if (!found) found = by_cld2(front);
  // Both are as sure of a few words as of a page.
  if (found) found->score *= std::min(1.0, static_cast<double>(letters) / kEnough);
  return found;
}

void identify_language(Report& report, const LanguageIdentifier& languages) {
  const auto found = languages.identify(report.text);
  if (!found) return;
  if (report.language) {
    if (alike(*report.language, found->tag)) return;
    if (found->score < kSure || letters_in(front_of(report.text)) < kEnoughToDiffer) return;
    report.other_values.push_back({MetadataField::language, *report.language, TimeBasis::given});
  }
  report.language = found->tag;
  report.language_score = found->score;
}

}  // namespace sitcen::ingest
