#include "language/name_runs.h"

#include <algorithm>

namespace tetrapla::language {

std::uint32_t NameRuns::known_end(std::uint32_t t) const {
  constexpr std::uint32_t kLongestKnown = 6;
  for (std::uint32_t e = std::min(end_, t + kLongestKnown); e > t + 1; --e) {
    if (named(e - 1) && !lex_.known(key(t, e)).empty()) return e;
  }
  return t;
}

bool NameRuns::accepted(std::uint32_t t) const {
  if (!named(t)) return false;
  const std::string& w = word(t);
  if (w.size() == 1) return false;
  if (ship_prefix(t)) return true;
  const bool given = !lex_.given_name(w).empty();
  if (stop_word(t)) {  // "May", "Will" before a surname
    return given && !seen_.tells_nothing(t) && t + 1 < end_ && a_.tokens[t + 1].space_before &&
           ((named(t + 1) && !lex_.common(word(t + 1))) || (particle(t + 1) && over_particles(t + 1) != t + 1));
  }
  if (!seen_.tells_nothing(t)) return true;
  if (seen_.shape(t) == Shape::kInitial) return true;
  if (seen_.in_headline(t) || lex_.common(w)) {
    if (seen_.lower(w) > 0 && lex_.common(w)) return false;
    if (lex_.demonym(w)) return true;
    if (lex_.common(w) ? seen_.alone(w) > 0 || seen_in_pair(t) || (seen_.at_end(w) > 0 && lex_.name_word(w, "last").empty())
                       : seen_.capital(w) > 0)
      return true;
    if (lex_.sure_place(w) || (!lex_.common(w) && !lex_.known(w).empty())) return true;
    if (lex_.common(w)) return given && named(t + 1) && !lex_.common(word(t + 1)) && !seen_.in_headline(t);
    return seen_.shape(t) != Shape::kUpper || !seen_.in_headline(t) || lex_.no_name(w) == WordRole::kNone;
  }
  return seen_.lower(w) == 0 || seen_.capital(w) > 0;
}

bool NameRuns::seen_in_pair(std::uint32_t t) const {
  return (named(t + 1) && seen_.pair(word(t), word(t + 1)) > 0) ||
         (t > begin_ && named(t - 1) && seen_.pair(word(t - 1), word(t)) > 0);
}

bool NameRuns::begins_name(std::uint32_t t) const {
  if (accepted(t)) return true;
  if (named(t) && known_end(t) != t) return true;
  if (article(t) && hyphen(t + 1) && named(t + 2)) return true;
  // "Human Rights Foundation said": a common word at the beginning, with a name after it that ends like an organisation
  if (!named(t) || stop_word(t) || !seen_.tells_nothing(t) || seen_.in_headline(t) || seen_.lower(word(t)) > 0) return false;
  if (!lex_.name_word(word(t), "first").empty() && named(t + 1) && !lex_.common(word(t + 1)) && !stop_word(t + 1))
    return true;  // Radio Umbra said
  std::uint32_t e = t + 1;
  while (e < end_ && named(e) && !stop_word(e) && a_.tokens[e].space_before && e - t < 5) ++e;
  return e > t + 1 && !lex_.name_word(word(e - 1), "last").empty();
}

bool NameRuns::goes_on(std::uint32_t t) const {
  if (!named(t)) return false;
  if (seen_.in_headline(t)) return accepted(t);
  return !stop_word(t) || accepted(t) || is_org_last(t);
}

bool NameRuns::particle_word(std::uint32_t e) const {
  return e + 2 < end_ && seen_.shape(e) == Shape::kLower && hyphen(e + 1) && seen_.shape(e + 2) == Shape::kCapital &&
         !lex_.common(word(e));
}

bool NameRuns::numbered(std::uint32_t b, std::uint32_t e) const {
  if (seen_.shape(e - 1) == Shape::kUpper && (e + 1 >= end_ || seen_.shape(e + 1) != Shape::kLower || e > b + 1)) return e > b + 1;
  if (e == b + 1 && !lex_.name_word(word(b), "first").empty() && seen_.shape(b) == Shape::kCapital) return true;
  if (std::count_if(a_.tokens.begin() + b, a_.tokens.begin() + e, [](const Token& token) { return token.lower == "-"; }) > 1)
    return true;
  return seen_.pair(word(e - 1), word(e)) > 1;
}

std::uint32_t NameRuns::over_particles(std::uint32_t e) const {
  std::uint32_t next = e;
  while (next < e + 3 && particle(next) && seen_.shape(next) == Shape::kLower && a_.tokens[next].space_before) ++next;
  if (next == e) {
    if (article(e) && hyphen(e + 1) && named(e + 2)) return e + 3;
    return e;
  }
  if (article(next - 1) && hyphen(next) && named(next + 1)) return next + 2;
  if (article(next) && hyphen(next + 1) && named(next + 2)) return next + 3;
  return goes_on(next) ? next + 1 : e;
}

bool NameRuns::opens_complement(std::uint32_t b, std::uint32_t of) const {
  if (!lex_.name_word(word(of - 1), "head").empty()) return true;
  if (word(of) == "for") return false;
  if (is_one_of(word(of - 1), {"gulf", "strait", "straits", "bay", "sea", "isle", "cape", "minister", "secretary"})) return true;
  const bool place = named(of + 1) && lex_.sure_place(word(of + 1));
  return place && of > b + 1 && (is_org_last(of - 1) || word(of - 1).ends_with("s"));
}

std::uint32_t NameRuns::run_end(std::uint32_t b) const {
  std::uint32_t e = b;
  if (const std::uint32_t known = known_end(b); known != b) {
    e = known;
  } else if (article(b) && hyphen(b + 1)) {
    e = b + 3;
  } else {
    e = b + 1;
  }
  bool complement = false;  // inside "Ministry of …"
  while (e < end_ && e - b < 2 * kLongestName) {
    if (goes_on(e) && a_.tokens[e].space_before) {
      const std::uint32_t known = known_end(e);
      const bool place_next = known != e || (lex_.sure_place(word(e)) && !goes_on(e + 1));
      if (place_next && lex_.sure_place(key(b, e)) && lex_.sure_place(key(e, std::max(known, e + 1)))) break;  // a comma is missing
      e = known != e ? known : e + 1;
    } else if (hyphen(e) && e + 1 < end_) {
      const std::uint32_t next = e + 1;
      if (named(next) || (a_.tokens[next].kind == TokenKind::kNumber && seen_.shape(e - 1) != Shape::kCapital)) {
        if (seen_.in_headline(next) && lex_.common(word(next))) break;
        e = next + 1;
      } else if (seen_.shape(next) == Shape::kLower && word(next).size() > 1 &&
                 (complement || (!lex_.common(word(next)) && !lex_.common(word(e - 1))))) {
        e = next + 1;  // Wei-lan, Organisation for Security and Co-operation
      } else {
        break;
      }
    } else if (a_.tokens[e].kind == TokenKind::kNumber && a_.tokens[e].space_before && word(e).size() <= 4 && numbered(b, e)) {
      ++e;
    } else if (const std::uint32_t after = over_particles(e); after != e) {
      e = after;
    } else if (is(e, {"of", "for"}) && opens_complement(b, e)) {
      std::uint32_t next = e + 1;
      if (is(next, {"the"})) ++next;
      if (!goes_on(next)) break;
      complement = head_in(b, e) || !lex_.title(word(e - 1)).empty();
      e = next + 1;
    } else if (is(e, {"and"}) && goes_on(e + 1) && !seen_.in_headline(e) &&
               (complement || (goes_on(e + 2) && is_org_last(e + 2) && lex_.common(word(e - 1)) && lex_.common(word(e + 1))))) {
      e += 2;
    } else if (is(e, {"in"}) && complement && goes_on(e + 1) && head_in(b, e)) {
      e += 2;
    } else if (is(e, {"&"}) && goes_on(e + 1)) {
      e += 2;
    } else if (is(e, {","}) && legal_suffix(e + 1) && named(e + 1)) {
      e += 2;
    } else if (is(e, {"'s"}) && is(e - 1, {"people", "women", "men", "children", "king", "queen", "journalist", "worker"}) &&
               named(e + 1) && is_org_last(e + 1)) {
      e += 2;
    } else if (particle_word(e)) {
      e += 3;  // Mehdi iran-Nejad
    } else {
      break;
    }
  }
  return e;
}

}  // namespace tetrapla::language
