#include "cli/readable.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "cli/cards.h"
#include "exchange/read_json.h"
#include "picture/figure_text.h"
#include "picture/finding_text.h"

namespace sitcen::cli {
namespace {

constexpr std::size_t kWidestText = 110;  ///< longer lines are hard to read
constexpr std::size_t kNameColumn = 28;   ///< columns of a name in the list of who is named
constexpr std::string_view kEllipsis = "…";

/// A time that the source did not give as such says where it comes from.
std::string time_text(const Timestamp& time) {
  const std::string text = shown(time);
  switch (time.basis) {
    case TimeBasis::text:
      return text + " (from the text)";
    case TimeBasis::url:
      return text + " (from the address)";
    case TimeBasis::clock:
      return text + " (when it was read)";
    default:
      return text;
  }
}

/// Finds line and column of places in a text, asked in any order.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text), lines_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      lines_.push_back(at + 1);
  }
  /// \return "3:12", counted from 1
  [[nodiscard]] std::string at(std::uint32_t byte) const {
    const auto next = std::upper_bound(lines_.begin(), lines_.end(), byte);
    const std::string_view before = text_.substr(*(next - 1), byte - *(next - 1));
    const auto column = std::count_if(before.begin(), before.end(), [](char c) { return !base::is_continuation(c); });
    return std::to_string(next - lines_.begin()) + ":" + std::to_string(column + 1);
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_;
};

/// What stands in the frame around the words: the speaker and the cue are marked.
struct Mark {
  Span span;
  Style style;
};

class Page {
 public:
  Page(const Report& report, std::span<const Span> sentences, const Findings& findings, const Terminal& terminal,
       const ReadableFormat& format)
      : report_(report),
        sentences_(sentences),
        findings_(findings),
        terminal_(terminal),
        format_(format),
        width_(std::min(terminal.width, kWidestText)),
        places_(report.text) {
    for (const Statement& said : findings.statements) gutter_ = std::max(gutter_, place(said).size() + 2);
    if (format.part == ReadablePart::said) return;
    for (const TimeRef& time : findings.times) gutter_ = std::max(gutter_, places_.at(time.span.begin).size() + 2);
    for (const Place& place : findings.places) gutter_ = std::max(gutter_, places_.at(place.span.begin).size() + 2);
    for (const Figure& figure : findings.figures) gutter_ = std::max(gutter_, places_.at(figure.span.begin).size() + 2);
  }

  [[nodiscard]] std::string write() {
    header();
    if (format_.part == ReadablePart::whole) text();
    statements();
    if (format_.part == ReadablePart::said) return std::move(out_);
    events();
    actors();
    times();
    places();
    figures();
    return std::move(out_);
  }

 private:
  void header() {
    add({{heading(report_.title, report_.text), Style::title}}, 0);
    std::vector<std::string> given;
    if (report_.source) given.push_back(printable(*report_.source));
    if (report_.byline) given.push_back(printable(*report_.byline));
    if (report_.published) given.push_back(time_text(*report_.published));
    add({{joined(given), Style::plain}}, 0);
    add({{joined({printable(report_.origin), printable(short_name(report_.id, report_.key)),
                  count(sentences_.size(), "sentence", "sentences")}),
          Style::dim}},
        0);
    add({{printable(format_.note), Style::dim}}, 0);
  }

  /// The text line by line; who is meant and what is said stand out.
  void text() {
    const std::string_view all = report_.text;
    std::vector<Style> styles(all.size(), Style::plain);
    const auto mark = [&](Span span, Style style) {
      std::fill(styles.begin() + span.begin, styles.begin() + span.end, style);
    };
    for (const Statement& said : findings_.statements)
      for (const Span piece : said.content) mark(piece, Style::quote);
    for (const Actor& actor : findings_.actors)
      for (const Mention& mention : actor.mentions) mark(mention.span, Style::name);

    part("Text");
    std::size_t number = 1;
    for (std::size_t begin = 0; begin < all.size(); ++number) {
      const std::size_t end = std::min(all.find('\n', begin), all.size());
      std::vector<StyledText> line;
      for (std::size_t at = begin; at < end;) {
        std::size_t next = at;
        while (next < end && styles[next] == styles[at]) ++next;
        line.push_back({printable(all.substr(at, next - at)), styles[at]});
        at = next;
      }
      add_beside(std::to_string(number), line);
      begin = end + 1;
    }
  }

  static std::string joined(const std::vector<std::string>& parts) {
    std::string line;
    for (const std::string& part : parts)
      if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
    return line;
  }

  void statements() {
    if (format_.part == ReadablePart::said) {
      out_ += '\n';
    } else {
      part("Who said what");
    }
    if (findings_.statements.empty()) add({{"Nobody is quoted.", Style::dim}}, gutter_);
    bool first = true;
    for (std::size_t i = 0; i < findings_.statements.size(); ++i) {
      if (format_.only && std::ranges::find(*format_.only, i) == format_.only->end()) continue;
      out_ += first ? "" : "\n";
      first = false;
      statement(findings_.statements[i]);
    }
  }

  void statement(const Statement& said) {
    add_beside(place(said), speaker_line(said));
    add(words(said), gutter_);
    add(frame(said), gutter_);
  }

  [[nodiscard]] std::vector<StyledText> speaker_line(const Statement& said) const {
    std::vector<StyledText> line = speaker(said.speaker);
    std::string cue;
    for (const Span part : said.cue) cue += " " + quoted_from(part);
    if (!cue.empty()) line.push_back({" ·" + cue, Style::plain});
    if (said.addressee) line.push_back({" → " + quoted_from(*said.addressee), Style::plain});
    if (said.modality != Modality::asserted) {
      line.push_back({" ", Style::plain});
      line.push_back(
          {"[" + std::string(name(said.modality)) + "]", said.modality == Modality::denied ? Style::bad : Style::mark});
    }
    if (said.parent) line.push_back({" within " + place(findings_.statements[*said.parent]), Style::dim});
    return line;
  }

  /// The actor's name with the role a source gave; the words of the report where no actor is meant for sure.
  [[nodiscard]] std::vector<StyledText> speaker(const std::optional<Speaker>& speaker) const {
    if (!speaker) return {{"speaker not given", Style::dim}};
    const std::string as_given = quoted_from(speaker->span);
    if (!speaker->actor) {
      std::vector<StyledText> line = {{as_given, Style::name}};
      for (const std::uint32_t candidate : speaker->candidates) {
        const bool first = candidate == speaker->candidates.front();
        line.push_back({(first ? " (" : " or ") + printable(findings_.actors[candidate].name), Style::dim});
      }
      if (!speaker->candidates.empty()) line.push_back({"?)", Style::dim});
      return line;
    }
    const Actor& actor = findings_.actors[*speaker->actor];
    std::vector<StyledText> line = {{printable(actor.name), Style::name}};
    if (!actor.roles.empty()) line.push_back({", " + role(actor.roles.front()), Style::plain});
    const Mention* const meant = mention_at(actor, speaker->span);
    const bool unnamed = meant != nullptr && meant->form != MentionForm::name && !meant->reason.empty();
    if (unnamed) {
      line.push_back({" (“" + as_given + "”: " + printable(meant->reason) + ")", Style::dim});
    } else if (!says_who(as_given, actor)) {
      line.push_back({" (“" + as_given + "”)", Style::dim});
    }
    return line;
  }

  /// \return the mention that the words of a speaker are; where they hold several, the longest
  [[nodiscard]] static const Mention* mention_at(const Actor& actor, Span words) {
    const Mention* best = nullptr;
    for (const Mention& mention : actor.mentions)
      if (words.covers(mention.span) && (best == nullptr || mention.span.size() > best->span.size())) best = &mention;
    return best;
  }

  /// "2 by name, 1 by pronoun"; nothing where all are names
  [[nodiscard]] static std::string forms(const Actor& actor) {
    std::array<std::size_t, 4> counts{};
    for (const Mention& mention : actor.mentions) ++counts[static_cast<std::size_t>(mention.form)];
    std::string out;
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (counts[i] > 0)
        out += (out.empty() ? "" : ", ") + std::to_string(counts[i]) + " by " +
               std::string(name(static_cast<MentionForm>(i)));
    return counts.front() == actor.mentions.size() ? "" : out;
  }

  /// \return whether the words name the actor, or the role that is printed
  [[nodiscard]] static bool says_who(std::string_view words, const Actor& actor) {
    if (words.find(printable(actor.name)) != std::string_view::npos) return true;
    return !actor.roles.empty() && words.find(printable(actor.roles.front().title)) != std::string_view::npos;
  }

  [[nodiscard]] static std::string role(const Role& role) {
    return printable(role.title) + (role.of.empty() ? "" : " (" + printable(role.of) + ")");
  }

  /// What is said, in the words of the report; only direct speech is the speaker's own and stands in quotation marks.
  [[nodiscard]] std::vector<StyledText> words(const Statement& said) const {
    const bool direct = said.kind == StatementKind::direct;
    std::vector<StyledText> out;
    for (const Span part : said.content) {
      if (!out.empty()) out.push_back({" ", Style::quote});
      out.push_back({direct ? "“" + quoted_from(part) + "”" : quoted_from(part), Style::quote});
    }
    return out;
  }

  /// The sentence the statement was read from, with an ellipsis for the words that stand above.
  [[nodiscard]] std::vector<StyledText> frame(const Statement& said) const {
    if (said.provenance.sentence >= sentences_.size()) return {};
    const Span sentence = sentences_[said.provenance.sentence];
    std::vector<Mark> marks;
    if (said.speaker) marks.push_back({said.speaker->span, Style::strong});
    for (const Span cue : said.cue) marks.push_back({cue, Style::strong});
    std::vector<StyledText> out;
    bool more_than_the_words = false;
    std::uint32_t at = sentence.begin;
    while (at < sentence.end) {
      const std::uint32_t begin = at;
      if (const auto content = covering(said.content, at)) {
        at = std::min(content->end, sentence.end);
        out.push_back({std::string(kEllipsis), Style::dim});
        continue;
      }
      const Style style = style_at(marks, at);
      do ++at;
      while (at < sentence.end && !covering(said.content, at) && style_at(marks, at) == style);
      out.push_back({printable(std::string_view(report_.text).substr(begin, at - begin)), style});
      more_than_the_words = more_than_the_words || style == Style::strong;
    }
    if (!more_than_the_words) return {};
    return out;
  }

  static std::optional<Span> covering(const std::vector<Span>& spans, std::uint32_t at) {
    for (const Span span : spans)
      if (span.begin <= at && at < span.end) return span;
    return std::nullopt;
  }
  static Style style_at(const std::vector<Mark>& marks, std::uint32_t at) {
    for (const Mark& mark : marks)
      if (mark.span.begin <= at && at < mark.span.end) return mark.style;
    return Style::dim;
  }

  void events() {
    if (findings_.events.empty()) return;
    part("What happened");
    for (const Event& event : findings_.events) add_beside(places_.at(event.span.begin), event_line(event));
  }

  [[nodiscard]] std::vector<StyledText> event_line(const Event& event) const {
    std::vector<StyledText> line = {{picture::type_text(event), Style::strong},
                                    {" · " + quoted_from(event.span), Style::quote}};
    if (!event.actors.empty()) line.push_back({" · " + parties(event.actors), Style::name});
    if (!event.recipients.empty()) line.push_back({" → " + parties(event.recipients), Style::name});
    if (event.modality != Modality::asserted)
      line.push_back({" [" + std::string(name(event.modality)) + "]", Style::mark});
    if (event.statement) line.push_back({" within " + place(findings_.statements[*event.statement]), Style::dim});
    return line;
  }

  [[nodiscard]] std::string parties(const std::vector<Party>& all) const {
    return printable(picture::parties_text(all, findings_, report_.text));
  }

  void actors() {
    part("Who is mentioned");
    if (findings_.actors.empty()) add({{"Nobody.", Style::dim}}, gutter_);
    std::size_t longest = 0;
    for (const Actor& actor : findings_.actors) longest = std::max(longest, columns(printable(actor.name)));
    longest = std::min({longest, kNameColumn, width_ * 2 / 5});
    for (const Actor& actor : findings_.actors) {
      std::string what(name(actor.kind));
      if (!actor.country.empty()) what += ", " + actor.country;
      for (const std::string& sector : actor.sector) what += ", " + sector;
      for (const Role& given : actor.roles) what += " · " + role(given);
      if (const std::string by = forms(actor); !by.empty()) what += " · " + by;
      const std::string actor_name = printable(actor.name);
      const std::string space(columns(actor_name) < longest ? longest - columns(actor_name) : 0, ' ');
      const std::size_t column = gutter_ + longest + 2;
      const std::string times = std::to_string(actor.mentions.size()) + "×";
      if (columns(actor_name) > longest) {
        add_beside(times, {{actor_name, Style::name}});
        add({{what, Style::plain}}, column);
        continue;
      }
      out_ += gutter(times) + paint(actor_name, Style::name, terminal_) + space + "  ";
      const std::string lines = wrap(what, {column, column, width_});
      out_ += lines.substr(std::min(column, lines.size()));
    }
  }

  void times() {
    std::vector<Row> rows;
    for (const TimeRef& time : findings_.times) {
      const std::string value = picture::value_text(time);
      rows.push_back({time.span, value.empty() ? "[" + std::string(time.provenance.rule) + "]" : value,
                      printable(picture::anchor_text(time, findings_, report_.text))});
    }
    list("When", rows);
  }

  void places() {
    std::vector<Row> rows;
    for (const Place& place : findings_.places) {
      const std::string point = picture::point_text(place);
      rows.push_back({place.span, place.name, joined({picture::place_text(place), point})});
    }
    list("Where", rows);
  }

  void figures() {
    std::vector<Row> rows;
    for (const Figure& figure : findings_.figures) {
      std::string about = figure.of ? quoted_from(*figure.of) : "";
      if (figure.act) about += (about.empty() ? "" : " · ") + quoted_from(*figure.act);
      rows.push_back({figure.span, picture::amount(figure), std::move(about)});
    }
    list("How much", rows);
  }

  /// What a finding with values says: its words, what they mean, what they are about.
  struct Row {
    Span words;
    std::string meaning, about;
  };

  /// One line a finding; nothing where there is none.
  void list(std::string_view title, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    part(title);
    for (const Row& row : rows) {
      std::vector<StyledText> line = {{printable(row.meaning), Style::name}};
      if (!row.about.empty()) line.push_back({"  " + row.about, Style::plain});
      line.push_back({"  “" + quoted_from(row.words) + "”", Style::dim});
      add_beside(places_.at(row.words.begin), line);
    }
  }

  void part(std::string_view text) { out_ += "\n" + paint(text, Style::strong, terminal_) + "\n"; }

  void add(const std::vector<StyledText>& texts, std::size_t indent) {
    out_ += wrap(texts, {indent, indent, width_}, terminal_);
  }

  /// Text with a note in the margin on its first line.
  void add_beside(const std::string& margin, const std::vector<StyledText>& texts) {
    const std::string lines = wrap(texts, {gutter_, gutter_, width_}, terminal_);
    const std::string note = gutter(margin);
    out_ += lines.empty() ? note.substr(0, note.size() - 2) + "\n" : note + lines.substr(gutter_);
  }

  /// \return the margin, its text to the right
  [[nodiscard]] std::string gutter(const std::string& text) const {
    const std::size_t taken = columns(text) + 2;
    const std::string space(taken < gutter_ ? gutter_ - taken : 0, ' ');
    return space + paint(text, Style::dim, terminal_) + "  ";
  }

  [[nodiscard]] std::string quoted_from(Span span) const {
    return printable(std::string_view(report_.text).substr(span.begin, span.size()));
  }
  [[nodiscard]] std::string place(const Statement& said) const {
    return said.content.empty() ? "" : places_.at(said.content.front().begin);
  }
  const Report& report_;
  std::span<const Span> sentences_;
  const Findings& findings_;
  const Terminal& terminal_;
  const ReadableFormat& format_;
  std::size_t width_;
  Places places_;
  std::size_t gutter_ = 7;  ///< columns left of the text
  std::string out_;
};

}  // namespace

std::string unread_note(const Report& report) { return exchange::no_model_for(report) + ": text kept, nothing read"; }

std::string readable(const Report& report, std::span<const Span> sentences, const Findings& findings,
                     const Terminal& terminal, const ReadableFormat& format) {
  return Page(report, sentences, findings, terminal, format).write();
}

}  // namespace sitcen::cli
