// A page of text for the terminal: words in inks, wrapped into columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tetrapla::render {

/// What a word is, which colour may say. Without colour all look the same: nothing depends on it.
enum class Ink {
  kPlain,
  kStrong,   ///< headings, the words a citation cites: bold
  kSoft,     ///< places, silence, reasons: dim
  kDiffers,  ///< cannot both hold, altered: red
};

/// Words in one ink. `text` must be clean (display.h); lines break at its spaces, never at a no-break space (kJoint).
struct Run {
  std::string text;
  Ink ink = Ink::kPlain;
};
using Runs = std::vector<Run>;

inline constexpr std::string_view kJoint = "\u00A0";  ///< a space at which no line breaks; printed as a plain one

[[nodiscard]] unsigned width_of(const Runs& runs);

/// Breaks at spaces into lines of at most `width` columns; a longer word is cut where it must be. At least one line comes back.
[[nodiscard]] std::vector<Runs> wrap(const Runs& runs, unsigned width);

/// The text with joints for its spaces.
[[nodiscard]] std::string unbroken(std::string_view text);

struct Cell {
  Runs runs;
  unsigned width = 0;
};

class Page {
 public:
  /// `columns` wide; ANSI sequences where `color`.
  Page(unsigned columns, bool color) : columns_(columns), color_(color) {}

  [[nodiscard]] unsigned columns() const { return columns_; }

  void blank();
  /// Text from `indent` on, wrapped; continuation lines stand `hang` further in.
  void text(unsigned indent, const Runs& runs, unsigned hang = 0);
  /// Left and right on one line; on lines of their own where they do not fit.
  void spread(const Runs& left, const Runs& right);
  /// Cells beside each other, two columns between them, each wrapped to its width.
  void row(unsigned indent, const std::vector<Cell>& cells);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void line(unsigned indent, const Runs& runs);

  unsigned columns_;
  bool color_;
  std::string out_;
};

}  // namespace tetrapla::render
