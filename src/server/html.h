#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace sitcen::server {

/// Writes HTML that is escaped by construction: names of elements and attributes are literals of the source, and every
/// text and value that comes from elsewhere goes through the escape. There is no way to write markup as a string.
class Html {
 public:
  /// A string literal; nothing made at run time converts to it.
  class Literal {
   public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}
    [[nodiscard]] constexpr std::string_view view() const { return text_; }

   private:
    std::string_view text_;
  };

  /// An attribute; one without a value is left out.
  struct Attribute {
    Literal name;
    std::optional<std::string_view> value;
  };
  using Attributes = std::initializer_list<Attribute>;

  /// The beginning of every document.
  void doctype() { out_ += "<!doctype html>\n"; }

  /// Characters a document may not hold (controls but tab and line ends) become U+FFFD.
  void text(std::string_view text);

  /// <tag ...>, what `inside` writes, </tag>
  template <std::invocable F>
  void element(Literal tag, Attributes attributes, F&& inside) {
    open(tag, attributes);
    inside();
    close(tag);
  }
  void element(Literal tag, Attributes attributes, std::string_view content) {
    open(tag, attributes);
    text(content);
    close(tag);
  }
  template <std::invocable F>
  void element(Literal tag, F&& inside) {
    element(tag, {}, inside);
  }
  void element(Literal tag, std::string_view content) { element(tag, {}, content); }

  /// An element without content and without an end: link, meta, input, br, wbr.
  void empty(Literal tag, Attributes attributes = {}) { open(tag, attributes); }

  /// Ends a line of the source, for people who read it.
  void newline() { out_ += '\n'; }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void open(Literal tag, Attributes attributes);
  void close(Literal tag);

  std::string out_;
};

/// \return the language if it has the form of BCP 47 ("en", "pt-BR"), none otherwise: a lang attribute takes no other
[[nodiscard]] std::optional<std::string_view> language_tag(const std::optional<std::string>& language);

/// \return the address if a page may link to it (http or https, nothing else), none otherwise
[[nodiscard]] std::optional<std::string_view> linkable(std::string_view url);

}  // namespace sitcen::server
