#include "language/full_names.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/table.h"
#include "language/data/nicknames.h"
#include "language/is_one_of.h"

namespace tetrapla::language {
namespace {

using Nicknames = std::set<std::pair<std::string_view, std::string_view>>;

const Nicknames& nicknames() {
  static const Nicknames result = [] {  // immutable once made
    Nicknames pairs;
    for (const auto& row : base::rows_of(data::nicknames())) {
      if (row.size() < 2) continue;
      for (const std::string_view full : base::split(row[1], '|')) pairs.emplace(row[0], full);
    }
    return pairs;
  }();
  return result;
}

}  // namespace

std::string_view suffix_of(std::string_view folded_name) {
  std::string_view last = folded_name.substr(folded_name.find_last_of(" ,") + 1);  // npos + 1 is 0: all of it
  if (last.ends_with('.')) last.remove_suffix(1);
  return is_one_of(last, {"jr", "sr", "ii", "iii", "iv"}) ? last : std::string_view{};
}

bool suffixes_agree(std::string_view a, std::string_view b, bool several) {
  if (a == b) return true;
  if (!a.empty() && !b.empty()) return false;
  return !several || (a.empty() ? b : a) == "sr";
}

bool leaves_out_names(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto& brief = a.size() < b.size() ? a : b;
  const auto& full = a.size() < b.size() ? b : a;
  if (brief.size() < 2 || brief.size() == full.size() || brief.back() != full.back()) return false;
  auto at = full.begin();
  for (auto given = brief.begin(); given + 1 != brief.end(); ++given) {
    if (given->size() < 2 || (*given)[1] == '.') return false;  // an initial is told by its place
    at = std::find(at, full.end() - 1, *given);
    if (at == full.end() - 1) return false;
    ++at;
  }
  return true;
}

bool is_nickname(std::string_view a, std::string_view b) { return nicknames().contains({a, b}) || nicknames().contains({b, a}); }

}  // namespace tetrapla::language
