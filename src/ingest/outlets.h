// Which names are news agencies, newspapers, broadcasters.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "ingest/tokens.h"

namespace tetrapla::ingest {

/// Reads data/outlets.tsv. Immutable; make one for many reports.
class Outlets {
 public:
  Outlets();

  /// A name that the table lists ("AFP", "Los Angeles Times"), or that ends like one ("Meridian Press", "Bremsund Herald").
  [[nodiscard]] bool is_outlet(std::span<const Token> name) const;
  /// Of these the agencies, whose reports others print: listed as such, or "… Press", "… News Agency", "… Wire".
  [[nodiscard]] bool is_agency(std::span<const Token> name) const;
  /// "World News", "Politics", "Home": the part of a page, not a headline.
  [[nodiscard]] bool is_section(std::span<const Token> name) const;
  /// "Update", "Correction": what stands before a dash or colon in capitals and is no place.
  [[nodiscard]] bool is_label(std::span<const Token> name) const;
  /// A broadcaster's or site's own name on a line: a call sign ("KXYZ Santa Rosa"), "Radio …", a name that ends like an outlet's, a domain.
  [[nodiscard]] bool is_site(std::span<const Token> name) const;

 private:
  std::set<std::string, std::less<>> agencies_;
  std::set<std::string, std::less<>> outlets_;
  std::set<std::string, std::less<>> sections_;
  std::set<std::string, std::less<>> labels_;
  std::set<std::string, std::less<>> agency_tails_;
  std::set<std::string, std::less<>> outlet_tails_;
  std::set<std::string, std::less<>> site_heads_;
};

/// The folded tokens with one space between: "los angeles times", "l . a . times".
[[nodiscard]] std::string key_of(std::span<const Token> tokens);

}  // namespace tetrapla::ingest
