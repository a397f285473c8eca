#include "ingest/stamps.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>

#include "base/table.h"
#include "ingest/cursor.h"
#include "ingest/data/stamps.h"
#include "ingest/pattern.h"

namespace tetrapla::ingest {
namespace {

/// A part of a stamp line beside dates and times.
struct Phrase {
  enum class Kind { kPublished, kUpdated, kFiller, kReading, kCount } kind;
  std::vector<std::string_view> words;  ///< folded; "#": a number
};
/// By their first word, the longest first.
using Phrases = std::map<std::string_view, std::vector<Phrase>, std::less<>>;

std::optional<Phrase::Kind> kind_of(std::string_view name) {
  if (name == "published") return Phrase::Kind::kPublished;
  if (name == "updated") return Phrase::Kind::kUpdated;
  if (name == "reading") return Phrase::Kind::kReading;
  if (name == "count") return Phrase::Kind::kCount;
  if (name == "filler") return Phrase::Kind::kFiller;
  return std::nullopt;
}

const Phrases& phrases() {
  static const Phrases kPhrases = [] {
    Phrases result;
    for (const auto& row : base::rows_of(data::stamps())) {
      const auto kind = kind_of(row[0]);
      if (!kind || row.size() < 2) continue;
      std::vector<std::string_view> words = base::split(row[1], ' ');
      const std::string_view first = words.front();
      result[first].push_back({*kind, std::move(words)});
    }
    for (auto& [first, bucket] : result) {
      std::stable_sort(bucket.begin(), bucket.end(),
                       [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
    }
    return result;
  }();
  return kPhrases;
}

/// The longest phrase that stands at the cursor.
const Phrase* phrase_at(const Cursor& cursor) {
  const bool number = cursor.peek()->kind == Token::Kind::kNumber;
  const auto bucket = phrases().find(number ? std::string_view("#") : std::string_view(cursor.peek()->folded));
  if (bucket == phrases().end()) return nullptr;
  const auto fits = [&](const Phrase& phrase) {
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
      const Token* token = cursor.peek(i);
      if (token == nullptr || (phrase.words[i] == "#" ? token->kind != Token::Kind::kNumber : token->folded != phrase.words[i]))
        return false;
    }
    return true;
  };
  const auto found = std::find_if(bucket->second.begin(), bucket->second.end(), fits);
  return found == bucket->second.end() ? nullptr : &*found;
}

bool is_separator(const Token& token) {
  static constexpr std::array<std::string_view, 14> kSigns = {"|", "\u2022", ",", "-", ":", "(", ")",
                                                              "/", ";",      ".", "*", "@", "[", "]"};
  return std::find(kSigns.begin(), kSigns.end(), token.folded) != kSigns.end();
}

constexpr std::size_t kMostStampTokens = 40;
constexpr std::size_t kMostNames = 3;
constexpr std::size_t kMostNameTokens = 6;

}  // namespace

std::optional<StampLine> read_stamp_line(std::span<const Token> tokens) {
  if (tokens.empty() || tokens.size() > kMostStampTokens) return std::nullopt;
  StampLine line;
  auto label = StampLine::Label::kNone;
  bool labelled = false;
  bool at_start = true;  // of a part: a name may stand here
  bool open_reading = false;
  Cursor cursor(tokens, 0);
  while (!cursor.done()) {
    Date date;
    ClockTime time;
    if (const std::size_t n = read_date(tokens, cursor.at(), date); n > 0) {
      cursor.skip(n);
      const bool time_waits = !line.moments.empty() && line.moments.back().date.month == 0 && line.moments.back().date.year == 0;
      if (time_waits)
        line.moments.back().date = date;
      else
        line.moments.push_back({label, date, std::nullopt});
      at_start = false;
      continue;
    }
    if (const std::size_t n = read_time(tokens, cursor.at(), time); n > 0) {
      cursor.skip(n);
      if (!line.moments.empty() && !line.moments.back().time)
        line.moments.back().time = time;
      else
        line.moments.push_back({label, {}, time});
      at_start = false;
      continue;
    }
    if (const Phrase* phrase = phrase_at(cursor)) {
      if (phrase->kind == Phrase::Kind::kPublished) label = StampLine::Label::kPublished, labelled = true;
      if (phrase->kind == Phrase::Kind::kUpdated) label = StampLine::Label::kUpdated, labelled = true;
      if (phrase->kind == Phrase::Kind::kCount) line.comments = true;
      if (phrase->kind == Phrase::Kind::kReading) line.reading_time = open_reading = true;
      cursor.skip(phrase->words.size());
      continue;
    }
    const Token& token = *cursor.peek();
    if (is_separator(token)) {
      at_start = token.folded != "." && token.folded != ":";
      line.bars = line.bars || token.folded == "|" || token.folded == "\u2022";
      cursor.skip();
      continue;
    }
    if (open_reading && token.kind == Token::Kind::kNumber &&
        (cursor.is("minutes", 1) || cursor.is("minute", 1) || cursor.is("min", 1) || cursor.is("mins", 1))) {
      cursor.skip(2);
      open_reading = false;
      continue;
    }
    if (is_weekday(token)) {
      cursor.skip();
      at_start = false;
      continue;
    }
    const std::size_t name = at_start ? longest_name(tokens, cursor.at()) : 0;
    if (name == 0 || name > kMostNameTokens || line.names.size() == kMostNames) return std::nullopt;
    line.names.emplace_back(cursor.at(), cursor.at() + name);
    cursor.skip(name);
    at_start = false;
  }
  const bool dated = std::any_of(line.moments.begin(), line.moments.end(), [&](const StampLine::Moment& m) {
    return m.date.year != 0 || (m.date.month != 0 && (m.time || labelled)) || (m.time && (labelled || line.bars));
  });
  const bool only_time = line.moments.size() == 1 && line.names.empty() && line.moments[0].time;
  const bool ago = labelled && line.moments.empty() && line.names.empty();
  if (!dated && !only_time && !ago && !line.reading_time && !line.comments) return std::nullopt;
  return line;
}

}  // namespace tetrapla::ingest
