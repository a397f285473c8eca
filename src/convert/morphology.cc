#include "convert/morphology.h"

#include <algorithm>
#include <cctype>

#include "convert/stages.h"

namespace tetrapla::convert {
namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

std::size_t Morphologies::number_of(std::string_view features) {
  std::string joined;
  if (features != "_" && !features.empty()) {
    std::vector<std::string> parts = split(features, '|');
    std::ranges::sort(parts, {}, lower_case);
    for (const std::string& part : parts) joined += (joined.empty() ? "" : "|") + part;
  }
  const auto found = std::ranges::find(list_, joined);
  const auto number = static_cast<std::size_t>(found - list_.begin());
  if (found == list_.end()) list_.push_back(joined);
  return number;
}

std::vector<std::string> strings_of_pattern(std::string_view pattern) {
  constexpr std::size_t kMost = 64;
  if (pattern.size() < 2 || pattern.front() != '^' || pattern.back() != '$') return {};
  pattern = pattern.substr(1, pattern.size() - 2);
  std::vector<std::string> found{""};
  for (std::size_t i = 0; i < pattern.size();) {
    const bool is_set = pattern[i] == '[';
    const std::size_t end = is_set ? pattern.find(']', i) : i;
    if (end == std::string_view::npos) return {};
    const std::string_view choices = is_set ? pattern.substr(i + 1, end - i - 1) : pattern.substr(i, 1);
    if (choices.empty() || choices.find_first_of("\\^-[]{}().*+?|$") != std::string_view::npos) return {};
    i = end + 1;
    const bool may_lack = i < pattern.size() && pattern[i] == '?';
    i += may_lack ? 1 : 0;
    std::vector<std::string> longer = may_lack ? found : std::vector<std::string>{};
    for (const std::string& s : found) {
      for (const char c : choices) longer.push_back(s + c);
    }
    if (longer.size() > kMost) return {};
    found = std::move(longer);
  }
  return found;
}

Status convert_morphology(const std::filesystem::path& folder, english::ModelWriter& writer) {
  Morphologies morphologies;
  if (Status done = convert_ruler(folder, writer, morphologies); !done) return done;
  if (Status done = convert_lemmas(folder, writer, morphologies); !done) return done;
  english::add_strings(writer, "morphologies", morphologies.list());
  return Done{};
}

}  // namespace tetrapla::convert
