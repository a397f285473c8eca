#include "render/view.h"

#include <fmt/format.h>

#include <algorithm>

#include "render/display.h"

namespace tetrapla::render {

std::string View::letters(const std::vector<LineIndex>& lines) const {
  constexpr std::size_t kLetters = 8;
  const std::size_t count = shown(lines.size(), kLetters);
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (out.empty() ? "" : " ") + dossier.lines[lines[i]].id;
  if (count < lines.size()) out += fmt::format(" … {} more", lines.size() - count);
  return out;
}

std::vector<LineIndex> View::lines_for(const std::vector<Citation>& citations) const {
  std::vector<LineIndex> lines;
  lines.reserve(citations.size());
  for (const Citation& citation : citations) lines.push_back(line_for(citation));
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  return lines;
}

bool View::earlier(const Citation& a, const Citation& b) const {
  if (a.borrowed.has_value() != b.borrowed.has_value()) return !a.borrowed;
  const std::string& first = dossier.reports[a.report].meta.published;
  const std::string& second = dossier.reports[b.report].meta.published;
  return !first.empty() && (second.empty() || first < second);
}

void View::heading(std::string_view name, const std::string& note) {
  page.blank();
  Runs runs{{std::string(name), Ink::kStrong}};
  if (!note.empty()) {
    runs.push_back({fmt::format("{}{}", kJoint, kJoint)});
    runs.push_back({note, Ink::kSoft});
  }
  page.text(0, runs, static_cast<unsigned>(width_of(name)) + 2);
}

void View::more(unsigned indent, std::size_t left_out, std::string_view what) {
  if (left_out == 0) return;
  cut = true;
  page.text(indent, {{fmt::format("… {} {}", left_out, what), Ink::kSoft}});
}

}  // namespace tetrapla::render
