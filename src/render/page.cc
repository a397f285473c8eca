#include "render/page.h"

#include <algorithm>

#include "render/display.h"

namespace tetrapla::render {
namespace {

constexpr unsigned kGap = 2;  // columns between cells

std::string_view ansi(Ink ink) {
  switch (ink) {
    case Ink::kPlain: return "";
    case Ink::kStrong: return "\x1b[1m";
    case Ink::kSoft: return "\x1b[2m";
    case Ink::kDiffers: return "\x1b[31m";
  }
  return "";
}

void add(Runs& line, std::string_view text, Ink ink) {
  if (text.empty()) return;
  if (!line.empty() && line.back().ink == ink) {
    line.back().text += text;
  } else {
    line.push_back({std::string(text), ink});
  }
}

// A word may change its ink in the middle: “fourteen, with the mark in another ink.
using Word = Runs;

std::vector<Word> words_of(const Runs& runs) {
  std::vector<Word> words;
  bool open = false;
  for (const Run& run : runs) {
    std::size_t begin = 0;
    while (begin <= run.text.size()) {
      const std::size_t end = std::min(run.text.find(' ', begin), run.text.size());
      if (end > begin) {
        if (!open) words.emplace_back();
        add(words.back(), std::string_view(run.text).substr(begin, end - begin), run.ink);
        open = true;
      }
      if (end == run.text.size()) break;
      open = false;
      begin = end + 1;
    }
  }
  return words;
}

void append_printed(std::string& out, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = text.find(kJoint); at != std::string_view::npos; at = text.find(kJoint, begin)) {
    out += text.substr(begin, at - begin);
    out += ' ';
    begin = at + kJoint.size();
  }
  out += text.substr(begin);
}

}  // namespace

unsigned width_of(const Runs& runs) {
  unsigned width = 0;
  for (const Run& run : runs) width += width_of(run.text);
  return width;
}

std::string unbroken(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') {
      out += kJoint;
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<Runs> wrap(const Runs& runs, unsigned width) {
  width = std::max(width, 2U);  // room for a wide character
  std::vector<Runs> lines(1);
  unsigned used = 0;
  for (const Word& word : words_of(runs)) {
    const unsigned needed = width_of(word);
    if (used > 0 && used + 1 + needed <= width) {
      const Ink ink = lines.back().back().ink == word.front().ink ? word.front().ink : Ink::kPlain;
      add(lines.back(), " ", ink);
      ++used;
    } else if (used > 0) {
      lines.emplace_back();
      used = 0;
    }
    for (const Run& run : word) {
      std::string_view rest = run.text;
      while (!rest.empty()) {
        const std::string_view part = prefix_that_fits(rest, width - used);
        if (part.empty()) {
          lines.emplace_back();
          used = 0;
          continue;
        }
        add(lines.back(), part, run.ink);
        used += width_of(part);
        rest.remove_prefix(part.size());
      }
    }
  }
  return lines;
}

void Page::line(unsigned indent, const Runs& runs) {
  out_.append(indent, ' ');
  for (const Run& run : runs) {
    const std::string_view code = color_ ? ansi(run.ink) : "";
    out_ += code;
    append_printed(out_, run.text);
    if (!code.empty()) out_ += "\x1b[0m";
  }
  while (!out_.empty() && out_.back() == ' ') out_.pop_back();
  out_ += '\n';
}

void Page::blank() { out_ += '\n'; }

void Page::text(unsigned indent, const Runs& runs, unsigned hang) {
  const std::vector<Runs> first = wrap(runs, columns_ - indent);
  if (hang == 0 || first.size() == 1) {
    for (const Runs& part : first) line(indent, part);
    return;
  }
  // All lines get the width of the hanging ones; the first word run keeps its place.
  bool leading = true;
  for (const Runs& part : wrap(runs, columns_ - indent - hang)) {
    line(leading ? indent : indent + hang, part);
    leading = false;
  }
}

void Page::spread(const Runs& left, const Runs& right) {
  const unsigned used = width_of(left) + width_of(right);
  if (used + kGap > columns_) {
    text(0, left);
    text(0, right);
    return;
  }
  Runs all = left;
  all.push_back({std::string(columns_ - used, ' '), Ink::kPlain});
  all.insert(all.end(), right.begin(), right.end());
  line(0, all);
}

void Page::row(unsigned indent, const std::vector<Cell>& cells) {
  std::vector<std::vector<Runs>> columns;
  std::size_t height = 0;
  for (const Cell& cell : cells) {
    columns.push_back(wrap(cell.runs, cell.width));
    height = std::max(height, columns.back().size());
  }
  for (std::size_t y = 0; y < height; ++y) {
    Runs all;
    unsigned at = 0;
    unsigned column = 0;
    for (std::size_t x = 0; x < cells.size(); ++x) {
      if (y < columns[x].size() && !columns[x][y].empty()) {
        if (column > at) all.push_back({std::string(column - at, ' '), Ink::kPlain});
        all.insert(all.end(), columns[x][y].begin(), columns[x][y].end());
        at = column + width_of(columns[x][y]);
      }
      column += cells[x].width + kGap;
    }
    line(indent, all);
  }
}

}  // namespace tetrapla::render
