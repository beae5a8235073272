#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "picture/copies.h"
#include "picture/readers.h"
#include "server/html.h"
#include "server/marks.h"

namespace sitcen::server::pages {

/// The two halves of a report's page. Anchors: a statement is s1, its words w-s1; an actor a1, its mentions w-a1-1 ...;
/// an event e1, a time t1, a place p1, a figure f1, their words w-e1, w-t1, w-p1, w-f1. All are counted from 1 in the
/// order of the findings.

/// The text with every word that a datum was read from marked and linked to the datum.
class TextWriter {
 public:
  /// \param stored must outlive the writer, as must h
  TextWriter(Html& h, const store::StoredReport& stored);

  /// The title as the page's heading: with its marks where the title is a paragraph at the beginning of the text, which
  /// is then left out of `body`.
  void heading(std::string_view title);
  /// All other paragraphs.
  void body();

 private:
  void marked(Span span);
  void write(const Segment& segment);
  const Mention& mention_of(const Mark& mark) const;
  std::string meaning_of(const Mark& mark) const;
  void write_number(const Mark& mark, std::uint32_t at);

  /// A paragraph and the kind of its section.
  struct Paragraph {
    Span span;
    SectionKind kind;
  };

  Html& h_;
  const store::StoredReport& stored_;
  std::string_view text_;
  std::vector<Mark> marks_;
  std::vector<Paragraph> paragraphs_;
  std::optional<std::size_t> heading_;       ///< the paragraph that is the title
  std::vector<bool> numbered_;               ///< statements whose number is written
  std::vector<std::vector<bool>> anchored_;  ///< mentions whose anchor is written
};

/// Words of a report inside our own: in its language and direction.
class Quoter {
 public:
  /// \param stored must outlive the quoter, as must h
  Quoter(Html& h, const store::StoredReport& stored);

  [[nodiscard]] std::string_view str(Span span) const { return text_.substr(span.begin, span.size()); }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::optional<std::string_view> language() const { return language_; }
  void quote(Html::Literal tag, std::string_view words);
  /// Words with what they are, as a fact of a line.
  void part(std::string_view label, Span span);

 private:
  Html& h_;
  std::string_view text_;
  std::optional<std::string_view> language_;
};

/// Who had the words of a report first, and who else has them. \param key  of the report
void write_copies(Html& h, const std::vector<picture::CopiesRow>& rows, std::string_view key);

/// The data, each linked to its words: statements by speaker, events, actors, then times, places and figures.
void write_findings(Html& h, const store::StoredReport& stored);

/// The findings with values, a section a kind; nothing where there is none.
void write_events(Html& h, const store::StoredReport& stored);
void write_times(Html& h, const store::StoredReport& stored);
void write_places(Html& h, const store::StoredReport& stored);
void write_figures(Html& h, const store::StoredReport& stored);

}  // namespace sitcen::server::pages
