// The disclosures of one report while they are being found.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/furniture.h"
#include "ingest/outlets.h"
#include "ingest/pattern.h"
#include "ingest/units.h"
#include "tetrapla/report.h"

namespace tetrapla::ingest {

using TokenRange = std::pair<std::size_t, std::size_t>;

[[nodiscard]] Span span_of(const Tokens& tokens, TokenRange range);

/// Keeps what is new, leaves out where a report names itself, and counts the outlets that it attributes to.
class DisclosureCollector {
 public:
  DisclosureCollector(std::string_view text, const Metadata& meta, const Outlets& outlets);

  /// False where the same is known already, or the report only names itself.
  bool put(DisclosureKind kind, Span span, const Tokens& tokens, const std::vector<TokenRange>& names);
  /// A credit in a dateline or byline: what an agency says of its own report too.
  void name_origin(const Tokens& tokens, TokenRange cited, TokenRange name);
  /// An outlet named in the text: a credit where `origin` (the lead rests on it), counted elsewhere.
  void mention(const Tokens& tokens, std::size_t unit, const Pattern::Match& match, bool origin);
  /// Whether a credit is among what was found so far.
  [[nodiscard]] bool has_credit() const;
  void find_in_byline(const Tokens& tokens, const Byline& byline);

  /// In text order; with the outlets that a report attributes so much to that it rests on them.
  [[nodiscard]] std::vector<Disclosure> finish(const std::vector<Unit>& units) &&;

 private:
  struct Mention {
    std::string key;
    std::size_t count = 0;
    std::size_t unit = 0;
    TokenRange range;
    TokenRange name;
    bool put = false;
  };

  [[nodiscard]] bool is_own(std::string_view name) const;
  bool add(Disclosure one);

  std::string_view text_;
  const Outlets& outlets_;
  std::string own_publisher_;
  std::string own_id_;
  std::vector<Disclosure> found_;
  std::vector<Mention> mentions_;
};

}  // namespace tetrapla::ingest
