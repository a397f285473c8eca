#include "ingest/analyse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ingest/details.h"
#include "text/cues.h"
#include "text/paragraphs.h"

namespace tetrapla::ingest {
namespace {

constexpr std::size_t kLeastBullets = 3;
constexpr std::size_t kLeastLiveEntries = 3;

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

/// White space collapsed: a title from elsewhere becomes one line.
std::string one_line(std::string_view title) {
  std::string line;
  bool space = false;
  for (const char c : title) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') {
      space = !line.empty();
      continue;
    }
    if (space) line += ' ';
    space = false;
    line += c;
  }
  return line;
}

bool is_bullet(const Unit& unit) {
  if (unit.tokens.size() < 3) return false;
  const Token& first = unit.tokens[0];
  return first.folded == "\u2022" || first.folded == "*" || (first.folded == "-" && !unit.tokens[1].glued) ||
         (first.kind == Token::Kind::kNumber && first.folded.size() <= 2 &&
          (unit.tokens[1].folded == "." || unit.tokens[1].folded == ")") && unit.tokens[1].glued && !unit.tokens[2].glued);
}

/// "in 60 seconds", "five things to know": a title that promises a summary.
bool promises_summary(std::string_view title) {
  static constexpr std::array<std::string_view, 13> kPromises = {
      "things to know", "key points", "key takeaways", "in brief", "at a glance", "in 60 seconds", "in a nutshell",
      "what we know",   "summary",    "round-up",      "roundup",  "digest",      "briefing"};
  std::string folded;
  for (const Token& token : tokens_of(title, {0, static_cast<std::uint32_t>(title.size())})) {
    if (!folded.empty() && !token.glued) folded += ' ';
    folded += token.folded;
  }
  return std::any_of(kPromises.begin(), kPromises.end(), [&](std::string_view p) { return folded.find(p) != std::string::npos; });
}

ReportKind kind_of(const Report& report, const std::vector<Unit>& units, bool transcript) {
  if (transcript) return ReportKind::kTranscript;
  std::size_t entries = 0;  // paragraphs that are, or begin with, a time of day
  std::size_t bullets = 0;
  for (const Unit& unit : units) {
    ClockTime time;
    const std::size_t n = read_time(unit.tokens, 0, time);
    if (n > 0 && (n == unit.tokens.size() || unit.tokens[n].kind == Token::Kind::kSign)) ++entries;
    if (is_bullet(unit)) ++bullets;
  }
  if (entries >= kLeastLiveEntries) return ReportKind::kLive;
  const bool machine = std::any_of(report.disclosures.begin(), report.disclosures.end(),
                                   [](const Disclosure& d) { return d.kind == DisclosureKind::kAiMade; });
  if (machine || (bullets >= kLeastBullets && promises_summary(report.meta.title))) return ReportKind::kDigest;
  return ReportKind::kArticle;
}

/// In text order and disjoint: what lies inside another is dropped, what overlaps is cut.
std::vector<Exclusion> disjoint(std::vector<Exclusion> all) {
  std::sort(all.begin(), all.end(), [](const Exclusion& a, const Exclusion& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Exclusion> result;
  for (Exclusion one : all) {
    if (!result.empty()) one.span.begin = std::max(one.span.begin, result.back().span.end);
    if (!one.span.empty()) result.push_back(one);
  }
  return result;
}

std::vector<Diagnostic> diagnostics_of(const text::Decoded& decoded, const std::string& id) {
  std::vector<Diagnostic> diagnostics;
  if (decoded.invalid > 0) {
    diagnostics.push_back({id, "invalid-bytes",
                           fmt::format("{} invalid {} sequence{} became U+FFFD, the first at byte {}", decoded.invalid,
                                       decoded.encoding, decoded.invalid == 1 ? "" : "s", decoded.first_invalid)});
  }
  if (!decoded.encoding.starts_with("UTF-")) {
    diagnostics.push_back({id, "legacy-encoding", fmt::format("read as {}, by its bytes", decoded.encoding)});
  }
  return diagnostics;
}

}  // namespace

Report analyse(text::Decoded decoded, std::string sha256, Metadata meta, const Tables& tables) {
  Report report;
  report.sha256 = std::move(sha256);
  report.diagnostics = diagnostics_of(decoded, meta.id);
  report.meta = std::move(meta);
  report.meta.title = one_line(report.meta.title);
  report.text = std::move(decoded.text);
  report.paragraphs = text::find_paragraphs(report.text);
  std::vector<Unit> units = units_of(report.text, report.paragraphs);
  if (!report.meta.title.empty() &&
      find_title(report.text, report.meta.title, size_of(report.text), tables.outlets, units) == units.size()) {
    report.text = report.meta.title + "\n\n" + report.text;
    report.paragraphs = text::find_paragraphs(report.text);
    units = units_of(report.text, report.paragraphs);
  }
  const std::vector<text::CueStamp> stamps = text::find_cue_stamps(report.text);

  tables.furniture.mark_lines(report.text, tables.outlets, units);
  mark_mastheads(report.meta, tables.outlets, units);
  const std::size_t title = find_title(report.text, report.meta.title,
                                       stamps.empty() ? size_of(report.text) : stamps.front().span.begin, tables.outlets, units);
  if (title < units.size()) {
    units[title].why.reset();
    units[title].title = true;
    report.title_span = units[title].span;
    if (report.meta.title.empty()) report.meta.title = slice(report.text, units[title].span);
  }
  read_details(report.text, tables.outlets, units, report.meta);
  report.disclosures = tables.disclosures.find(report.text, report.meta, tables.outlets, units);
  for (Unit& unit : units) {
    if (unit.disclosure) unit.why.reset();  // labelled, not excluded
  }
  report.dateline = find_dateline(tables.outlets, units);
  tables.furniture.mark_blocks(tables.outlets, title, report.meta.title, units);

  if (stamps.empty()) tables.subheadings.mark(units);  // in a transcript a short line is speech

  std::vector<Exclusion> excluded = find_inline_furniture(report.text, units, stamps);
  for (const Unit& unit : units) {
    if (unit.why) excluded.push_back({unit.span, *unit.why});
  }
  report.excluded = disjoint(std::move(excluded));
  report.kind = kind_of(report, units, !stamps.empty());
  return report;
}

}  // namespace tetrapla::ingest
