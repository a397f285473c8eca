// Word stems, so that "injured" meets "injuring".
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace tetrapla::collate {

/// Snowball's English stemmer. Not for use by two threads at once; cheap to make.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a lower-cased word in UTF-8.
  [[nodiscard]] std::string operator()(std::string_view word) const;

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace tetrapla::collate
