#include "render/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "render/display.h"
#include "render/page.h"

namespace tetrapla::render {
namespace {

constexpr unsigned kNameColumns = 28;
constexpr std::size_t kWordEnd = 24;  // an id without a word's end up to here (a hash) is cut in its middle

struct Words {
  std::string_view one;
  std::string_view many;
};

Words words_for(ExclusionReason why) {
  switch (why) {
    case ExclusionReason::kAdvertisement: return {"advertisement", "advertisements"};
    case ExclusionReason::kByline: return {"byline", "bylines"};
    case ExclusionReason::kComments: return {"comment prompt", "comment prompts"};
    case ExclusionReason::kHashtags: return {"run of hashtags", "runs of hashtags"};
    case ExclusionReason::kNavigation: return {"piece of navigation", "pieces of navigation"};
    case ExclusionReason::kNewsletter: return {"newsletter prompt", "newsletter prompts"};
    case ExclusionReason::kPlayer: return {"player control", "player controls"};
    case ExclusionReason::kRelatedLinks: return {"related link", "related links"};
    case ExclusionReason::kRepeatedHeadline: return {"repeated headline", "repeated headlines"};
    case ExclusionReason::kSectionLabel: return {"section label", "section labels"};
    case ExclusionReason::kShareLine: return {"share line", "share lines"};
    case ExclusionReason::kSound: return {"sound note", "sound notes"};
    case ExclusionReason::kSubheading: return {"subheading", "subheadings"};
    case ExclusionReason::kTimestamp: return {"time stamp", "time stamps"};
    case ExclusionReason::kUrl: return {"address", "addresses"};
  }
  return {"piece", "pieces"};
}

bool ends_word(char c) { return c == '-' || c == '_' || c == '.' || c == '/' || c == ' ' || c == '#'; }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The shortest prefix of `id` that no other id has, up to a word's end where that is near.
std::string short_id(const std::string& id, const std::string& before, const std::string& after) {
  const auto shared = [&](const std::string& other) {
    return static_cast<std::size_t>(std::mismatch(id.begin(), id.end(), other.begin(), other.end()).first - id.begin());
  };
  std::size_t end = std::min(id.size(), std::max(shared(before), shared(after)) + 1);
  while (end < id.size() && is_continuation(id[end])) ++end;
  std::size_t word = end;
  while (word < id.size() && !ends_word(id[word])) ++word;
  if (word <= std::max(end, kWordEnd)) end = word;
  if (id.size() <= kWordEnd && end > 0 && !std::isdigit(static_cast<unsigned char>(id[end - 1]))) end = id.size();
  return id.substr(0, end);
}

std::vector<std::string> short_ids(const std::vector<Report>& reports) {
  std::vector<std::string> ids(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {  // reports come by id: neighbours share the longest prefixes
    ids[i] =
        short_id(reports[i].meta.id, i > 0 ? reports[i - 1].meta.id : "", i + 1 < reports.size() ? reports[i + 1].meta.id : "");
  }
  return ids;
}

}  // namespace

std::string title_of(const Report& report) {
  if (!report.meta.title.empty()) return report.meta.title;
  return report.title_span ? std::string(slice(report.text, *report.title_span)) : "";
}

std::vector<Diagnostic> all_diagnostics(const Dossier& dossier) {
  std::vector<Diagnostic> all = dossier.diagnostics;
  for (const Report& report : dossier.reports) all.insert(all.end(), report.diagnostics.begin(), report.diagnostics.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

double rounded_share(double share) { return std::round(share * 1000) / 1000; }

std::string percent(double share) {
  const double value = std::round(share * 100);
  return value < 1 && share > 0 ? "under 1%" : fmt::format("{:.0f}%", value);
}

std::string counted(std::size_t count, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

std::string counted(std::size_t count, ExclusionReason why) {
  const Words words = words_for(why);
  return counted(count, words.one, words.many);
}

std::string in_words(const Disclosure& disclosure) {
  std::string names;
  for (const std::string& name : disclosure.names) names += (names.empty() ? "" : ", ") + clean(name);
  const auto with = [&](std::string_view joint) { return names.empty() ? "" : fmt::format(" {} {}", joint, names); };
  switch (disclosure.kind) {
    case DisclosureKind::kAiMade: return "says it is made by a machine" + (names.empty() ? "" : fmt::format(" ({})", names));
    case DisclosureKind::kCredit: return names.empty() ? "credits another" : "credits " + names;
    case DisclosureKind::kSyndicated: return "says it is syndicated" + with("from");
    case DisclosureKind::kTranslated: return "says it is translated" + with("from");
    case DisclosureKind::kCorrection: return "carries a correction";
    case DisclosureKind::kSponsored: return "says it is sponsored" + with("by");
  }
  return "";
}

std::string_view verb(Relation relation, bool direction_known) {
  switch (relation) {
    case Relation::kCopy: return direction_known ? "copies" : "is the same text as";
    case Relation::kRewrite: return direction_known ? "rewrites" : "tells the same text in other words as";
    case Relation::kExcerpt: return direction_known ? "takes a part of" : "shares a part with";
    case Relation::kUpdate: return direction_known ? "updates" : "is another version of";
    case Relation::kCommonSource: return "goes back to the same text as";
    case Relation::kCredit: return direction_known ? "names as its origin" : "is linked by a credit to";
  }
  return "shares text with";
}

ReportNames::ReportNames(const std::vector<Report>& reports) : reports_(reports) {
  const std::vector<std::string> ids = short_ids(reports);
  std::vector<std::string> publishers;
  std::map<std::string, std::size_t> uses;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    publishers.push_back(shortened(clean(reports[i].meta.publisher), kNameColumns));
    ++uses[publishers.back()];
    ++uses[clean(ids[i])];
  }
  for (std::size_t i = 0; i < reports.size(); ++i) {
    std::string id = clean(ids[i]);
    const bool by_publisher = !publishers[i].empty() && (uses[publishers[i]] == 1 || publishers[i] == id);
    names_.push_back(by_publisher ? publishers[i] : std::move(id));
  }
}

std::string ReportNames::paragraph(ReportIndex report, Span span) const {
  const Report& source = reports_[report];
  if (source.title_span && source.title_span->contains(span)) return "title";
  const auto after = std::upper_bound(source.paragraphs.begin(), source.paragraphs.end(), span.begin,
                                      [](std::uint32_t at, Span paragraph) { return at < paragraph.begin; });
  return fmt::format("¶{}", std::max<std::ptrdiff_t>(1, after - source.paragraphs.begin()));
}

std::string ReportNames::place(ReportIndex report, Span span) const {
  return unbroken(names_[report]).append(kJoint).append(paragraph(report, span));
}

std::string ReportNames::reasons(const Evidence& evidence, ReportIndex report) const {
  const std::string share = percent(evidence.share);
  const std::string why = told(evidence.why);
  std::string out;
  if (why.find(share) == std::string::npos)
    out += fmt::format("{}· {} of {} words", kJoint, share, evidence.from == report ? "its" : names_[evidence.from] + "’s");
  if (!why.empty()) out += fmt::format("{}· {}", kJoint, why);
  return out;
}

std::string ReportNames::told(std::string_view why) const {
  constexpr std::size_t kShortestId = 8;  // a shorter one may be a word
  std::string out = clean(why);
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    const std::string& id = reports_[i].meta.id;
    if (id.size() < kShortestId || names_[i] == id) continue;
    for (std::size_t at = out.find(id); at != std::string::npos; at = out.find(id, at + names_[i].size())) {
      out.replace(at, id.size(), names_[i]);
    }
  }
  return out;
}

}  // namespace tetrapla::render
