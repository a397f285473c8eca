#include "ingest/content.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace tetrapla::ingest {
namespace {

using namespace std::string_view_literals;

/// So much of the beginning tells the kind.
constexpr std::size_t kBeginning = 1024;

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string extension_of(std::string_view name) {
  for (const std::string_view packed : {".gz"sv, ".zst"sv}) {
    if (name.ends_with(packed)) name.remove_suffix(packed.size());
  }
  const std::size_t dot = name.find_last_of("./");
  return dot == std::string_view::npos || name[dot] == '/' ? std::string() : lower(name.substr(dot + 1));
}

/// "00:00:01,000 --> 00:00:04,000" within the first lines.
bool has_cue_timing(std::string_view beginning) {
  const std::size_t arrow = beginning.find(" --> ");
  return arrow != std::string_view::npos && arrow >= 8 && std::isdigit(static_cast<unsigned char>(beginning[arrow - 1])) != 0;
}

}  // namespace

Content content_of(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n"sv);
  if (first == std::string_view::npos) return Content::kEmpty;
  const std::string extension = extension_of(name);
  const std::string_view trimmed = bytes.substr(first);
  if (trimmed.starts_with("%PDF-"sv)) return Content::kPdf;
  if (bytes.starts_with("PK\x03\x04"sv)) return extension == "docx" || extension == "odt" ? Content::kDocument : Content::kArchive;
  if (bytes.starts_with("{\\rtf"sv)) return Content::kDocument;
  if (bytes.starts_with("WARC/"sv) || (bytes.size() > 262 && bytes.substr(257, 5) == "ustar"sv)) return Content::kArchive;
  const std::string beginning = lower(trimmed.substr(0, kBeginning));
  if (trimmed.front() == '<') {
    const auto has = [&](std::string_view tag) { return beginning.find(tag) != std::string::npos; };
    if (has("<!doctype html") || has("<html")) return Content::kHtml;
    if (has("<rss") || has("<feed") || has("<rdf:rdf") || has("<opml")) return Content::kFeed;
    if (beginning.starts_with("<?xml")) return Content::kMarkup;
    if (extension == "html" || extension == "htm" || extension == "xhtml") return Content::kHtml;
    if (extension == "xml" || extension == "nitf" || extension == "newsml") return Content::kMarkup;
  }
  if (trimmed.starts_with("WEBVTT"sv) ||
      ((extension == "srt" || extension == "vtt" || std::isdigit(static_cast<unsigned char>(trimmed.front())) != 0) &&
       has_cue_timing(trimmed.substr(0, kBeginning)))) {
    return Content::kSubtitles;
  }
  if (extension == "jsonl" || extension == "ndjson") return Content::kJsonLines;
  if (trimmed.front() == '{') {
    const std::string_view line = trimmed.substr(0, trimmed.find_first_of("\r\n"sv));
    const std::size_t last = line.find_last_not_of(" \t"sv);
    if (line.size() > 2 && line[last] == '}' && line.find('"') != std::string_view::npos) return Content::kJsonLines;
    if (extension == "json") return Content::kJson;
  }
  if (trimmed.front() == '[' && extension == "json") return Content::kJson;
  return Content::kText;
}

std::string_view describe(Content content) {
  switch (content) {
    case Content::kHtml: return "an HTML page";
    case Content::kFeed: return "a feed";
    case Content::kSubtitles: return "a file of subtitles";
    case Content::kPdf: return "a PDF";
    case Content::kArchive: return "an archive";
    case Content::kDocument: return "a word processor's document";
    case Content::kJson: return "JSON that is not JSON Lines";
    case Content::kMarkup: return "an XML document";
    case Content::kText:
    case Content::kJsonLines:
    case Content::kEmpty: break;
  }
  return {};
}

}  // namespace tetrapla::ingest
