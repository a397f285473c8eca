// A word among a few written out where they are asked for; longer lists are tables in data/.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace tetrapla::language {

[[nodiscard]] inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace tetrapla::language
