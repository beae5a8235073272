#include "language/components/lemmatizer.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/unicode/unicode.h"

namespace sitcen::language {
namespace {

constexpr std::size_t kFirstSlots = 4096;
constexpr std::uint64_t kStarts = 0x80;  // in a key: above any part of speech

/// Features that tell a base form.
enum MorphBit : std::uint8_t {
  kSingular = 1,
  kHasNumber = 2,
  kFinite = 4,
  kPresent = 8,
  kInfinitiveOrNoForm = 16,
  kPositive = 32,
};

bool has_feature(std::string_view morph, std::string_view feature) {
  for (std::size_t at = 0; at < morph.size();) {
    const std::size_t end = std::min(morph.find('|', at), morph.size());
    if (morph.substr(at, end - at) == feature) return true;
    at = end + 1;
  }
  return false;
}

std::uint8_t bits_of(std::string_view morph) {
  unsigned bits = 0;
  if (has_feature(morph, "Number=Sing")) bits |= kSingular;
  if (morph.starts_with("Number=") || morph.find("|Number=") != morph.npos) bits |= kHasNumber;
  if (has_feature(morph, "VerbForm=Fin")) bits |= kFinite;
  if (has_feature(morph, "Tense=Pres")) bits |= kPresent;
  if (has_feature(morph, "VerbForm=Inf") || has_feature(morph, "VerbForm=None")) bits |= kInfinitiveOrNoForm;
  if (has_feature(morph, "Degree=Pos")) bits |= kPositive;
  return static_cast<std::uint8_t>(bits);
}

std::string lower_case(std::string_view text) {
  std::string out;
  append_lower(out, text);
  return out;
}

std::uint64_t mixed(std::uint64_t key) noexcept {
  key *= 0x9E3779B97F4A7C15ULL;
  return key ^ (key >> 29);
}

}  // namespace

Result<LemmatizerModel> LemmatizerModel::load(const ModelFile& file, const Labels& labels, const Lexicon& lexicon) {
  LemmatizerModel model;
  if (file.has("lemmatizer.method")) {
    const auto method = file.text("lemmatizer.method");
    if (!method) return fail(method.error());
    if (*method == "french") {
      auto french = FrenchLemmas::load(file, lexicon);
      if (!french) return fail(std::move(french.error()));
      model.french_ = std::move(*french);
    } else if (*method == "spanish") {
      auto spanish = SpanishLemmas::load(file, labels);
      if (!spanish) return fail(std::move(spanish.error()));
      model.spanish_ = std::move(*spanish);
    } else {
      return file.damaged("its lemmatizer has an unknown method");
    }
  }
  const auto base_forms = file.array<std::uint8_t>("lemmatizer.base_forms");
  if (!base_forms) return fail(base_forms.error());
  const bool has_base_forms = !base_forms->empty() && base_forms->front() == 1;
  for (const std::string& morph : labels.morphs)
    model.morphs_.push_back(has_base_forms ? bits_of(morph) : std::uint8_t{0});
  for (std::size_t pos = 1; pos < model.tables_.size(); ++pos) {
    auto tables = LemmaTables::load(file, "lemmatizer." + lower_case(name(static_cast<Pos>(pos))));
    if (!tables) return fail(std::move(tables.error()));
    model.tables_[pos] = std::move(*tables);
  }
  return model;
}

bool LemmatizerModel::is_base_form(Pos pos, std::uint16_t morph) const noexcept {
  const std::uint8_t bits = morphs_[morph];
  if ((bits & (kInfinitiveOrNoForm | kPositive)) != 0) return true;
  if (pos == Pos::noun) return (bits & kSingular) != 0;
  return pos == Pos::verb && (bits & (kFinite | kPresent | kHasNumber)) == (kFinite | kPresent);
}

void LemmatizerModel::append_lemma(std::string_view spelling, Pos pos, std::uint16_t morph, bool starts_sentence,
                                   std::string& out) const {
  if (french_) return french_->append(spelling, pos, tables_[static_cast<std::size_t>(pos)], out);
  if (spanish_) return spanish_->append(spelling, pos, morph, starts_sentence, tables_, out);
  if (pos == Pos::none || pos == Pos::space || is_base_form(pos, morph)) return append_lower(out, spelling);
  const LemmaTables& tables = tables_[static_cast<std::size_t>(pos)];
  if (!tables.empty()) return append_by_rules(tables, spelling, out);
  if (pos != Pos::propn) return append_lower(out, spelling);
  out += spelling;
}

/// spaCy makes a list of forms and takes the first: known forms go to its front one by one, forms that are no words to
/// its end, exceptions to the front again. Only if it stays empty do unknown words count, and last the word itself.
void LemmatizerModel::append_by_rules(const LemmaTables& tables, std::string_view spelling, std::string& out) {
  const std::string word = lower_case(spelling);
  std::vector<std::string> forms;
  std::string unknown;
  const auto add_front = [&](std::string form) {
    if (std::ranges::find(forms, form) == forms.end()) forms.insert(forms.begin(), std::move(form));
  };
  for (const auto& [old_end, new_end] : tables.rules) {
    if (!word.ends_with(old_end)) continue;
    std::string form = word.substr(0, word.size() - old_end.size());
    form += new_end;
    if (form.empty()) continue;
    if (tables.index.find(form)) {
      forms.insert(forms.begin(), std::move(form));
    } else if (!is_alpha(form)) {
      forms.push_back(std::move(form));
    } else if (unknown.empty()) {
      unknown = std::move(form);
    }
  }
  for (std::string_view rest = tables.exceptions_of(word); !rest.empty();) {
    const std::string_view form = first_line(rest);
    add_front(std::string(form));
    rest.remove_prefix(std::min(form.size() + 1, rest.size()));
  }
  if (!forms.empty()) {
    out += forms.front();
  } else {
    out += unknown.empty() ? spelling : std::string_view(unknown);
  }
}

Lemmatizer::Lemmatizer(const LemmatizerModel& model) : model_(&model), slots_(kFirstSlots) {}

void Lemmatizer::forget_types() {
  slots_.assign(kFirstSlots, Slot{});
  slots_.shrink_to_fit();
  used_ = 0;
  lemmas_ = {};
}

void Lemmatizer::apply(std::span<const RawToken> raw, Document& doc) {
  for (std::size_t i = 0; i < doc.tokens.size(); ++i) {
    Token& token = doc.tokens[i];
    if (token.lemma_size > 0) continue;
    token.lemma = static_cast<std::uint32_t>(doc.strings.size());
    const std::string_view spelling = doc.str(token);
    if (spelling.size() > TypeTable::kLongestKept) {  // never seen twice: nothing to remember
      model_->append_lemma(spelling, token.pos, token.morph, token.sentence_start, doc.strings);
      token.lemma_size = static_cast<std::uint32_t>(doc.strings.size()) - token.lemma;
      continue;
    }
    // One more than the type keeps the key from being 0, which means free.
    const std::uint64_t key = (std::uint64_t{raw[i].type} + 1) << 24 | std::uint64_t{token.morph} << 8 |
                              (model_->looks_at_start() && token.sentence_start ? kStarts : 0) |
                              static_cast<std::uint64_t>(token.pos);
    const Slot& slot = slot_of(key, spelling, token);
    token.lemma_size = slot.size;
    doc.strings.append(lemmas_, slot.begin, slot.size);
  }
}

const Lemmatizer::Slot& Lemmatizer::slot_of(std::uint64_t key, std::string_view spelling, const Token& token) {
  std::size_t index = mixed(key) & (slots_.size() - 1);
  for (; slots_[index].key != 0; index = (index + 1) & (slots_.size() - 1))
    if (slots_[index].key == key) return slots_[index];
  if ((used_ + 1) * 2 > slots_.size()) {
    grow();
    return slot_of(key, spelling, token);
  }
  ++used_;
  Slot& slot = slots_[index];
  slot.key = key;
  slot.begin = static_cast<std::uint32_t>(lemmas_.size());
  model_->append_lemma(spelling, token.pos, token.morph, token.sentence_start, lemmas_);
  slot.size = static_cast<std::uint32_t>(lemmas_.size()) - slot.begin;
  return slot;
}

void Lemmatizer::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  for (const Slot& old : slots_) {
    if (old.key == 0) continue;
    std::size_t index = mixed(old.key) & (slots.size() - 1);
    while (slots[index].key != 0) index = (index + 1) & (slots.size() - 1);
    slots[index] = old;
  }
  slots_ = std::move(slots);
}

}  // namespace sitcen::language
