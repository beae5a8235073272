#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace sitcen::cli {

enum class ColorMode : std::uint8_t { automatic, always, never };

/// How to print for people on one stream.
struct Terminal {
  bool interactive = false;  ///< a person's terminal, not a file or a pipe
  bool color = false;
  std::size_t width = 80;  ///< columns
};

/// Looks at the stream and the environment: colour needs a terminal, no NO_COLOR and a TERM other than "dumb" unless
/// `mode` decides; the width is the terminal's, else COLUMNS, else 80.
[[nodiscard]] Terminal terminal(int descriptor, ColorMode mode = ColorMode::automatic);
/// Declares --color=always|never|auto and --no-color. \return what was asked for, valid once the options are parsed
[[nodiscard]] std::function<ColorMode()> add_color_option(CLI::App& app);

/// What a piece of text is; the terminal's own 16 colours, so that it fits a light and a dark background.
enum class Style : std::uint8_t { plain, strong, dim, title, name, quote, mark, good, warning, bad };

/// \return `text` in its style, unchanged where the terminal has no colour
[[nodiscard]] std::string paint(std::string_view text, Style style, const Terminal& terminal);

/// Makes foreign text safe to print on one line: white space of any kind becomes one ' ', other control characters
/// (escape sequences, changes of direction) become U+FFFD. A report cannot talk to the terminal.
/// \param text valid UTF-8
[[nodiscard]] std::string printable(std::string_view text);

/// \return the columns `text` takes on a terminal: 2 for wide characters, 0 for combining ones
[[nodiscard]] std::size_t columns(std::string_view text);
/// \return `text` with spaces up to `width` columns; unchanged where it is wider
[[nodiscard]] std::string pad(std::string_view text, std::size_t width);
/// \return `text` cut to `width` columns, the last of them an ellipsis where something was cut
[[nodiscard]] std::string clip(std::string_view text, std::size_t width);

/// A stretch of text in one style. White space at its ends counts: "a" "b" is one word, "a " "b" two.
struct StyledText {
  std::string text;
  Style style = Style::plain;
};

struct Layout {
  std::size_t first = 0;   ///< columns before the first line
  std::size_t indent = 0;  ///< columns before the other lines
  std::size_t width = 80;  ///< columns of a whole line, the indent included
};

/// Breaks text into lines at white space and between wide characters; a longer word is cut. Each line ends in '\n';
/// styles never reach over a line's end. Text of no words gives "".
[[nodiscard]] std::string wrap(std::span<const StyledText> runs, const Layout& layout, const Terminal& terminal);
[[nodiscard]] std::string wrap(std::string_view text, const Layout& layout);

}  // namespace sitcen::cli
