// Dates by their distance from today: "yesterday", "last week", "this year's third quarter".
#include "claims/numbers.h"
#include "claims/times_parser.h"

namespace tetrapla::claims {

bool TimeParser::today() {
  const std::string_view now = lower(at_);
  int shift = 0;
  if (now == "yesterday") {
    shift = -1;
  } else if (now == "tomorrow") {
    shift = 1;
  } else if (now != "today") {
    return false;
  }
  mention_.grain = 'D';
  mention_.shift = shift;
  ++at_;
  if (const TimeWord* part = word(at_, "part")) {
    mention_.part = part->value;
    mention_.type = TimeType::kTime;
    ++at_;
  }
  return true;
}

bool TimeParser::deictic() {
  const std::uint32_t start = at_;
  if (today()) return true;
  const std::string_view first = lower(at_);
  if (first == "tonight" || ((first == "last" || first == "this") && word(at_ + 1, "part") != nullptr)) {
    mention_.type = TimeType::kTime;
    mention_.grain = 'D';
    mention_.shift = first == "last" ? -1 : 0;
    mention_.part = first == "tonight" ? std::string_view("NI") : word(at_ + 1, "part")->value;
    at_ += first == "tonight" ? 1 : 2;
    return true;
  }
  const TimeWord* const part_before = first == "the" ? word(at_ + 1, "part") : nullptr;  // "the evening before"
  if (first == "the" && (lower(at_ + 1) == "day" || part_before != nullptr) &&
      (lower(at_ + 2) == "before" || (part_before == nullptr && lower(at_ + 2) == "after"))) {
    if (part_before != nullptr) {
      mention_.part = part_before->value;
      mention_.type = TimeType::kTime;
    }
    mention_.grain = 'D';
    mention_.shift = lower(at_ + 2) == "before" ? -1 : 1;
    at_ += 3;
    if (lower(at_) == "yesterday" || lower(at_) == "tomorrow") {
      mention_.shift *= 2;
      ++at_;
    } else {
      mention_.from_last = true;
    }
    return true;
  }
  if (first == "the" || first == "that") ++at_;
  const std::string_view which = lower(at_);
  if ((first == "the" || first == "that") &&
      (which == "next" || which == "following" || which == "same" || which == "previous" || (first == "that" && which == "day"))) {
    if (which != "day") ++at_;
    const TimeWord* part = word(at_, "part");
    if (lower(at_) != "day" && part == nullptr) return back(start);
    mention_.grain = 'D';
    mention_.from_last = true;
    mention_.shift = which == "same" || which == "day" ? 0 : which == "previous" ? -1 : 1;
    if (part != nullptr) {
      mention_.part = part->value;
      mention_.type = TimeType::kTime;
    }
    ++at_;
    return true;
  }
  return back(start);
}

bool TimeParser::relative() {
  const std::uint32_t start = at_;
  const bool article = take("the");
  const std::string_view which = lower(at_);
  if (article && (which == "quarter" || (which == "latest" && (lower(at_ + 1) == "quarter" || lower(at_ + 1) == "period")))) {
    at_ += which == "quarter" ? 1 : 2;
    mention_.grain = 'Q';
    mention_.shift = -1;
    mention_.from_last = true;
    return true;
  }
  if (article && which == "weekend") {
    ++at_;
    mention_.grain = 'E';
    return true;
  }
  int direction = 0;
  if (which == "last" || which == "past" || which == "previous") {
    direction = -1;
  } else if (which == "next" || which == "coming" || which == "following") {
    direction = 1;
  } else if (which != "this" && which != "current") {
    return back(start);
  }
  if (which == "current" && !article) return back(start);
  ++at_;
  if (which == "this" && (lower(at_) == "coming" || lower(at_) == "past")) ++at_;
  if (const TimeWord* name = month(at_)) {
    mention_.month = name->number;
    mention_.direction = direction == 0 ? 2 : direction;
    ++at_;
    return true;
  }
  if (const TimeWord* name = word(at_, "season")) {
    mention_.season = name->value;
    mention_.direction = direction;
    ++at_;
    return true;
  }
  mention_.shift = direction;
  if (lower(at_) == "weekend") {
    mention_.grain = 'E';
    ++at_;
    return true;
  }
  const TimeWord* unit = word(at_, "unit");
  if (unit == nullptr || lower(at_).ends_with("s") || unit->value.size() != 1) return back(start);
  if (unit->value == "E" || unit->value == "C" || unit->value == "F" || unit->value == "D") return back(start);
  mention_.grain = unit->value.front();
  ++at_;
  if (lower(at_) == "'s") {  // "this year's third quarter"
    const std::uint32_t save = at_;
    const TimeMention whole = mention_;
    ++at_;
    mention_ = {};
    if (whole.grain == 'Y' && quarter()) {
      mention_.year_shift = whole.shift;
      return true;
    }
    at_ = save;
    mention_ = whole;
  }
  return true;
}

bool TimeParser::quarter() {
  const std::uint32_t start = at_;
  take("the");
  take("fiscal");
  const auto ordinal = inside(at_) ? parse_ordinal(annotation_, at_) : std::nullopt;
  if (!ordinal || ordinal->value > 4) return back(start);
  at_ = ordinal->tokens.end;
  take("-");
  take("fiscal");
  if (!take("quarter")) return back(start);
  if (lower(start) == "the" && lower(at_ - 2) == "-") return back(start);  // "the third-quarter results": the article is the noun's
  mention_.quarter = static_cast<int>(ordinal->value);
  year_after();
  return true;
}

bool TimeParser::season_of() {
  const std::uint32_t start = at_;
  take("the");
  const TimeWord* name = word(at_, "season");
  if (name == nullptr) return back(start);
  ++at_;
  mention_.season = name->value;
  year_after();
  return mention_.year || mention_.year_shift ? true : back(start);
}

}  // namespace tetrapla::claims
