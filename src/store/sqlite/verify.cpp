#include "store/check.h"
#include "store/sqlite/sqlite_store.h"
#include "store/sqlite/word_index_check.h"

namespace sitcen::store::sqlite {
namespace {

std::string quoted(std::string_view words) {
  constexpr std::size_t kShown = 80;
  if (words.size() <= kShown) return '"' + std::string(words) + '"';
  std::size_t size = kShown;
  while (size > 0 && (static_cast<unsigned char>(words[size]) & 0xC0) == 0x80) --size;
  return '"' + std::string(words.substr(0, size)) + "...\"";
}

/// One version as it is checked, and the faults of all of them.
struct Check {
  explicit Check(Verification& into) : out(into) {}

  void fault(std::string datum, Span span, std::string what) {
    ++out.bad;
    if (!out.first) out.first = Verification::Fault{report, version, std::move(datum), span, std::move(what)};
  }
  /// \return whether the span can be read
  bool span(const std::string& datum, Span s) {
    const auto why = fault_of(s, *text);
    if (why) fault(datum, s, *why);
    return !why;
  }

  Verification& out;
  std::string report, version;
  std::shared_ptr<const std::string> text;
};

}  // namespace

Result<Verification> SqliteStore::verify() {
  const auto reading = Transaction::begin(db_, "DEFERRED");
  if (!reading) return fail(reading.error());

  const auto whole = db_.word("PRAGMA integrity_check(1)");
  if (!whole) return fail(whole.error());
  if (*whole != "ok") return fail(ErrorCode::store_damaged, {db_.name(), *whole});
  const auto orphan =
      db_.word("SELECT 'a row of ' || \"table\" || ' points to no ' || parent FROM pragma_foreign_key_check LIMIT 1");
  if (!orphan) return fail(orphan.error());
  if (!orphan->empty()) return fail(ErrorCode::store_damaged, {db_.name(), *orphan});
  auto index = WordIndexCheck::read(db_);
  if (!index) return fail(index.error());

  const auto families = fault_of_families();
  if (!families) return fail(families.error());
  if (*families) return fail(ErrorCode::store_damaged, {db_.name(), **families});

  Verification out;
  const auto counted = counts();
  if (!counted) return fail(counted.error());
  out.counts = *counted;
  Check check(out);

  auto versions = db_.prepare(
      "SELECT v.id, r.given_id, v.hash, v.title, v.actors, v.statements, "
      "(SELECT count(*) FROM actor a WHERE a.version = v.id), "
      "(SELECT count(*) FROM statement s WHERE s.version = v.id) "
      "FROM version v JOIN report r ON r.id = v.report ORDER BY v.id");
  if (!versions) return fail(versions.error());
  for (;;) {
    const auto row = versions->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    const std::int64_t id = versions->integer(0);
    check.report = versions->text(1);
    check.version = versions->text(2);
    const auto text = text_of(id);
    if (!text) return fail(text.error());
    check.text = *text;
    if (versions->integer(4) != versions->integer(6) || versions->integer(5) != versions->integer(7))
      check.fault("version", {}, "it counts other actors or statements than it has");
    if (!index->agrees(id, versions->text(3), **text))
      check.fault("version", {}, "the index of words has other words than its text and title");

    const auto raw = fault_of_raw(id);
    if (!raw) return fail(raw.error());
    if (*raw) check.fault("raw bytes", {}, **raw);

    const auto values = fault_of_values(id);
    if (!values) return fail(values.error());
    if (*values) check.fault("version", {}, **values);

    StoredReport stored;
    if (auto done = read_spans(id, stored); !done) return fail(done.error());
    const auto number_of = [](const char* what, std::size_t i) { return what + std::to_string(i); };
    for (std::size_t i = 0; i < stored.report.sections.size(); ++i)
      check.span(number_of("section ", i), stored.report.sections[i].span);
    for (std::size_t i = 0; i < stored.sentences.size(); ++i)
      check.span(number_of("sentence ", i), stored.sentences[i]);

    // finding, number, part, piece, begin, end, words, sentence
    auto done = each(
        "SELECT finding, number, part, piece, begin, end, words, sentence FROM evidence WHERE version = ?",
        [&](const Query& datum) {
          ++out.checked;
          const std::string name = std::string(datum.text(2)) + " " + std::to_string(datum.integer(3)) + " of " +
                                   std::string(datum.text(0)) + " " + std::to_string(datum.integer(1));
          const Span span = span_at(datum, 4);
          if (datum.integer(4) < 0 || datum.integer(5) > static_cast<std::int64_t>(text->get()->size()))
            return check.fault(name, span, "the span is outside the text");
          if (!check.span(name, span)) return;
          const auto found = std::string_view(**text).substr(span.begin, span.size());
          if (found != datum.text(6))
            return check.fault(name, span, "claims " + quoted(datum.text(6)) + ", the text has " + quoted(found));
          if (datum.null(7)) return;
          const auto sentence = static_cast<std::size_t>(datum.integer(7));
          if (sentence >= stored.sentences.size() || !stored.sentences[sentence].overlaps(span))
            check.fault(name, span, "is not in sentence " + std::to_string(sentence) + ", as it claims");
        },
        id);
    if (!done) return fail(done.error());

    done = each(
        "SELECT s.number, s.sentence, n.begin, n.end, "
        "EXISTS (SELECT 1 FROM statement_words w WHERE w.version = s.version AND w.statement = s.number "
        "AND w.begin < n.end AND n.begin < w.end) "
        "FROM statement s JOIN sentence n ON n.version = s.version AND n.number = s.sentence "
        "WHERE s.version = ?",
        [&](const Query& statement) {
          ++out.checked;
          if (statement.integer(4) == 0)
            check.fault("statement " + std::to_string(statement.integer(0)), span_at(statement, 2),
                        "has no word in sentence " + std::to_string(statement.integer(1)) + ", as it claims");
        },
        id);
    if (!done) return fail(done.error());
  }
  if (const auto lost = index->left_over()) {
    check.report = check.version = "";
    check.fault("version", {},
                "the index of words knows version row " + std::to_string(*lost) + ", which is not there");
  }
  return out;
}

}  // namespace sitcen::store::sqlite
