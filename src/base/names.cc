// The names that files and pages use for the enumerations of include/tetrapla. docs/formats/ lists them.
#include "tetrapla/dossier.h"
#include "tetrapla/report.h"
#include "tetrapla/reuse.h"

namespace tetrapla {

std::string_view name_of(ReportKind kind) {
  switch (kind) {
    case ReportKind::kArticle: return "article";
    case ReportKind::kDigest: return "digest";
    case ReportKind::kTranscript: return "transcript";
    case ReportKind::kLive: return "live";
  }
  return "article";
}

std::string_view name_of(ExclusionReason why) {
  switch (why) {
    case ExclusionReason::kAdvertisement: return "advertisement";
    case ExclusionReason::kByline: return "byline";
    case ExclusionReason::kComments: return "comments";
    case ExclusionReason::kHashtags: return "hashtags";
    case ExclusionReason::kNavigation: return "navigation";
    case ExclusionReason::kNewsletter: return "newsletter";
    case ExclusionReason::kPlayer: return "player";
    case ExclusionReason::kRelatedLinks: return "related-links";
    case ExclusionReason::kRepeatedHeadline: return "repeated-headline";
    case ExclusionReason::kSectionLabel: return "section-label";
    case ExclusionReason::kShareLine: return "share-line";
    case ExclusionReason::kSound: return "sound";
    case ExclusionReason::kSubheading: return "subheading";
    case ExclusionReason::kTimestamp: return "timestamp";
    case ExclusionReason::kUrl: return "url";
  }
  return "navigation";
}

std::string_view name_of(DisclosureKind kind) {
  switch (kind) {
    case DisclosureKind::kAiMade: return "ai-made";
    case DisclosureKind::kCredit: return "credit";
    case DisclosureKind::kSyndicated: return "syndicated";
    case DisclosureKind::kTranslated: return "translated";
    case DisclosureKind::kCorrection: return "correction";
    case DisclosureKind::kSponsored: return "sponsored";
  }
  return "credit";
}

std::string_view name_of(Relation relation) {
  switch (relation) {
    case Relation::kCopy: return "copy";
    case Relation::kRewrite: return "rewrite";
    case Relation::kExcerpt: return "excerpt";
    case Relation::kUpdate: return "update";
    case Relation::kCommonSource: return "common-source";
    case Relation::kCredit: return "credit";
  }
  return "copy";
}

std::string_view name_of(Bound bound) {
  switch (bound) {
    case Bound::kExact: return "exact";
    case Bound::kAbout: return "about";
    case Bound::kNearly: return "nearly";
    case Bound::kAtLeast: return "at_least";
    case Bound::kAtMost: return "at_most";
    case Bound::kMoreThan: return "more_than";
    case Bound::kLessThan: return "less_than";
    case Bound::kBetween: return "between";
  }
  return "exact";
}

std::string_view name_of(Change change) {
  switch (change) {
    case Change::kNone: return "";
    case Change::kUp: return "up";
    case Change::kDown: return "down";
  }
  return "";
}

std::string_view name_of(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kFigure: return "figure";
    case ClaimKind::kQuotation: return "quotation";
    case ClaimKind::kEvent: return "event";
    case ClaimKind::kAssertion: return "assertion";
  }
  return "figure";
}

std::string_view name_of(ClaimStatus status) {
  switch (status) {
    case ClaimStatus::kAgreed: return "agreed";
    case ClaimStatus::kDiffers: return "differs";
    case ClaimStatus::kUpdated: return "updated";
    case ClaimStatus::kSingleLine: return "single-line";
  }
  return "single-line";
}

std::string_view name_of(Precision precision) {
  switch (precision) {
    case Precision::kYear: return "year";
    case Precision::kMonth: return "month";
    case Precision::kDay: return "day";
    case Precision::kHour: return "hour";
    case Precision::kMinute: return "minute";
  }
  return "day";
}

}  // namespace tetrapla
