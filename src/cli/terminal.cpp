#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <vector>

#include "base/utf8.h"

namespace sitcen::cli {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kNarrowest = 20;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t width_of(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max<std::size_t>(size.ws_col, kNarrowest);
  const std::string_view text = environment("COLUMNS");
  std::size_t width = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  if (error != std::errc() || end != text.data() + text.size() || width == 0) return kDefaultWidth;
  return std::max(width, kNarrowest);
}

bool wants_color(bool interactive, ColorMode mode) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  return interactive && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

std::string_view code_of(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::strong:
      return "\x1b[1m";
    case Style::dim:
      return "\x1b[2m";
    case Style::title:
      return "\x1b[1;4m";
    case Style::name:
      return "\x1b[1;36m";
    case Style::quote:
      return "";  // the words themselves are easiest to read uncoloured, beside dim ones
    case Style::mark:
      return "\x1b[35m";
    case Style::good:
      return "\x1b[32m";
    case Style::warning:
      return "\x1b[33m";
    case Style::bad:
      return "\x1b[31m";
  }
  return "";
}

std::size_t width_of(char32_t c) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return width < 0 ? 0 : static_cast<std::size_t>(width);
}

bool is_space(char32_t c) {
  if (c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/// NBSP and its narrow sister keep their two words on one line.
bool breaks(char32_t c) { return is_space(c) && c != 0xA0 && c != 0x202F; }

bool is_hostile(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool closes(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
      return true;
    default:
      return false;
  }
}

/// What a line is never broken inside of: a word, or one wide character.
struct Atom {
  std::vector<StyledText> pieces;
  std::size_t width = 0;
  bool space_before = false;
  std::optional<Style> space_style;
};

class Atoms {
 public:
  void add(const StyledText& run) {
    for (std::size_t at = 0; at < run.text.size();) {
      const base::CodePoint c = base::decode(run.text, at);
      const std::string_view bytes = std::string_view(run.text).substr(at, c.size);
      at += c.size;
      if (breaks(c.value)) {
        space_ = true;
        continue;
      }
      const std::size_t width = width_of(c.value);
      if (starts_atom(c.value, width)) start();
      append(bytes, width, run.style);
      after_wide_ = width == 2;
    }
  }
  [[nodiscard]] std::vector<Atom> take() { return std::move(atoms_); }

 private:
  [[nodiscard]] bool starts_atom(char32_t c, std::size_t width) const {
    if (atoms_.empty() || space_) return true;
    if (width == 0 || closes(c)) return false;
    return width == 2 || after_wide_;
  }
  void start() {
    atoms_.emplace_back();
    atoms_.back().space_before = space_;
    space_ = false;
  }
  void append(std::string_view bytes, std::size_t width, Style style) {
    Atom& atom = atoms_.back();
    if (atom.pieces.empty() || atom.pieces.back().style != style) atom.pieces.push_back({"", style});
    atom.pieces.back().text += bytes;
    atom.width += width;
  }

  std::vector<Atom> atoms_;
  bool space_ = false;
  bool after_wide_ = false;
};

/// Collects lines: neighbouring pieces of one style become one painted stretch.
class Lines {
 public:
  Lines(const Layout& layout, const Terminal& terminal) : layout_(layout), terminal_(terminal) {
    out_.assign(layout_.first, ' ');
    column_ = layout_.first;
  }

  void add(const Atom& atom) {
    const std::size_t gap = atom.space_before && !at_start_ ? 1 : 0;
    if (!at_start_ && column_ + gap + atom.width > layout_.width) break_line();
    if (atom.width > room()) return add_in_pieces(atom);
    if (!at_start_ && atom.space_before) add_space(atom.pieces.front().style);
    for (const StyledText& piece : atom.pieces) add(piece.text, piece.style);
    column_ += atom.width;
    at_start_ = false;
  }

  [[nodiscard]] std::string finish() {
    close();
    out_ += '\n';
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t room() const { return layout_.width > column_ ? layout_.width - column_ : 0; }

  void add_space(Style next) {
    // A space between two styles belongs to neither.
    add(" ", next == style_ ? next : Style::plain);
    ++column_;
  }

  void add(std::string_view text, Style style) {
    if (style != style_) close();
    style_ = style;
    stretch_ += text;
  }

  /// A word that no line can hold is cut wherever the line ends.
  void add_in_pieces(const Atom& atom) {
    for (const StyledText& piece : atom.pieces) {
      for (std::size_t at = 0; at < piece.text.size();) {
        const base::CodePoint c = base::decode(piece.text, at);
        const std::size_t width = width_of(c.value);
        if (width > room() && !at_start_) break_line();
        add(std::string_view(piece.text).substr(at, c.size), piece.style);
        column_ += width;
        at_start_ = false;
        at += c.size;
      }
    }
  }

  void break_line() {
    close();
    out_ += '\n';
    out_.append(layout_.indent, ' ');
    column_ = layout_.indent;
    at_start_ = true;
  }

  void close() {
    out_ += paint(stretch_, style_, terminal_);
    stretch_.clear();
    style_ = Style::plain;
  }

  const Layout& layout_;
  const Terminal& terminal_;
  std::string out_, stretch_;
  Style style_ = Style::plain;
  std::size_t column_ = 0;
  bool at_start_ = true;
};

}  // namespace

Terminal terminal(int descriptor, ColorMode mode) {
  const bool interactive = ::isatty(descriptor) == 1;
  return {interactive, wants_color(interactive, mode), width_of(descriptor)};
}

std::string paint(std::string_view text, Style style, const Terminal& terminal) {
  const std::string_view code = code_of(style);
  if (!terminal.color || code.empty() || text.empty()) return std::string(text);
  std::string out(code);
  out += text;
  out += "\x1b[0m";
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode(text, at);
    const std::string_view bytes = text.substr(at, c.size);
    at += c.size;
    if (breaks(c.value)) {
      if (!space) out += ' ';
      space = true;
      continue;
    }
    space = false;
    if (is_hostile(c.value)) {
      base::append_utf8(out, 0xFFFD);
    } else {
      out += bytes;
    }
  }
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode(text, at);
    sum += width_of(c.value);
    at += c.size;
  }
  return sum;
}

std::string pad(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t taken = columns(text);
  if (taken < width) out.append(width - taken, ' ');
  return out;
}

std::string clip(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  if (width == 0) return "";
  std::string out;
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode(text, at);
    taken += width_of(c.value);
    if (taken > width - 1) break;
    out += text.substr(at, c.size);
    at += c.size;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  base::append_utf8(out, 0x2026);
  return out;
}

std::string wrap(std::span<const StyledText> runs, const Layout& layout, const Terminal& terminal) {
  Atoms atoms;
  for (const StyledText& run : runs) atoms.add(run);
  const std::vector<Atom> words = atoms.take();
  if (words.empty()) return "";
  Lines lines(layout, terminal);
  for (const Atom& word : words) lines.add(word);
  return lines.finish();
}

std::string wrap(std::string_view text, const Layout& layout) {
  const StyledText run{std::string(text), Style::plain};
  return wrap(std::span(&run, 1), layout, Terminal{});
}

}  // namespace sitcen::cli
