#include "language/labels.h"

#include <algorithm>

#include "language/known_aliases.h"

namespace tetrapla::language {

std::string Labels::label(const Mention& m, bool titled) const {
  const auto [b, e] = m.tokens;
  const std::string& first = word(b);
  const std::string& last = word(e - 1);
  const bool one = e - b == 1;
  const bool role = !m.role.empty();
  std::uint32_t core = b;  // South East Asia, Northern Colorado
  while (core + 1 < e && lex_.no_name(word(core)) == WordRole::kAlone) ++core;
  if (core > b && lex_.sure_place(key(core, e))) return std::string(lex_.known(key(core, e)));
  const std::string_view known = lex_.known(m.key);
  if (ship_prefix(b) && !one) return "PRODUCT";
  const bool heir = is_one_of(last, {"jr", "jr.", "sr", "sr.", "ii", "iii"});
  if (!one && legal_suffix(e - 1) && !heir) return "ORG";
  if (titled && person_shape(b, e)) return "PERSON";
  if (!known.empty() && !(lex_.weak_place(m.key) && role)) return one && lex_.weak_place(m.key) ? "" : std::string(known);
  if (lex_.demonym(last)) return "NORP";  // South Korean
  if (one) return single(m);
  if (heir && known.empty()) return "PERSON";
  const bool given = !lex_.given_name(first).empty();
  if (!lex_.name_word(last, "head").empty()) return "ORG";
  if (const std::string_view kind = lex_.name_word(last, "last"); !kind.empty()) {
    const bool person = given && e - b == 2 && !lex_.common(first) && !lex_.sure_place(first) &&
                        (role || age_follows(e) || role_follows(e) || (lex_.surname(last) && seen_.alone(last) > 0));
    if (!person) return std::string(kind);
  }
  if (const std::string_view kind = lex_.name_word(first, "first"); !kind.empty() && !given) return std::string(kind);
  if (head_in(b, e)) return "ORG";
  for (std::uint32_t t = b; t < e; ++t) {
    if (is(t, {"of", "for", "&", "and"}) && b < t) {
      return !lex_.name_word(word(t - 1), "first").empty() ? std::string(lex_.name_word(word(t - 1), "first")) : "ORG";
    }
  }
  if (a_.tokens[e - 1].kind == TokenKind::kNumber) return lex_.name_word(first, "first").empty() ? "PRODUCT" : "FAC";
  if (is_one_of(first, {"le", "la", "les", "el", "los", "die", "der", "das", "il"})) return "ORG";
  const bool shape = person_shape(b, e);
  const bool short_upper =
      seen_.shape(b) == Shape::kUpper && first.size() == 2 && lex_.no_name(first) == WordRole::kNone && known_word(b).empty();
  if (shape && (seen_.shape(b) == Shape::kInitial || short_upper)) return "PERSON";
  if (shape && given && !(lex_.common(first) && lex_.common(last)) && !lex_.sure_place(first)) return "PERSON";
  // a place in front: Boston Red Sox, France Telecom
  for (std::uint32_t t = std::min(e - 1, b + 3); t > b; --t) {
    if (lex_.sure_place(key(b, t))) return m.after_the || !role || !shape ? "ORG" : "PERSON";
  }
  if (shape && (role || age_follows(e) || role_follows(e) || speaks(e))) return "PERSON";
  if (seen_.shape(b) == Shape::kUpper && known_word(b).empty() && is_upper_run(b, e)) return "PRODUCT";
  std::uint32_t common = 0, words = 0, acronyms = 0;
  for (std::uint32_t t = b; t < e; ++t) {
    if (seen_.shape(t) == Shape::kNone) continue;
    ++words;
    acronyms += seen_.shape(t) == Shape::kUpper && word(t).size() > 2 && !seen_.in_headline(t) ? 1 : 0;
    common += lex_.common(word(t)) && !(t > b && lex_.surname(word(t)) && lex_.name_word(word(t), "last").empty()) ? 1 : 0;
  }
  if (seen_.in_headline(b) && seen_.capital(first) == 0) return "-";
  const bool hyphenated = e - b == 3 && hyphen(b + 1);
  if (hyphenated) return common == 0 ? "" : "-";
  if (common == 0 && words <= 3 && acronyms == 0 && !m.after_the) return "PERSON";
  if (common == words) return "-";  // World-weary capitals: "Gold Glove"
  return "ORG";
}

bool Labels::is_upper_run(std::uint32_t b, std::uint32_t e) const {
  for (std::uint32_t t = b; t < e; ++t) {
    if (seen_.shape(t) != Shape::kUpper && seen_.shape(t) != Shape::kNone) return false;
  }
  return true;
}

std::string Labels::single(const Mention& m) const {
  const std::uint32_t t = m.tokens.begin;
  const std::string& w = word(t);
  if (lex_.sure_place(Lexicon::fold_name(name_behind(a_.text_of(a_.tokens[t]))))) return "GPE";  // Calif., U.S.
  if (seen_.shape(t) == Shape::kInitial) return "-";
  if (stop_word(t) || lex_.no_name(w) == WordRole::kAcronym || lex_.no_name(w) == WordRole::kAlone) return "-";
  if (lex_.common(w) && seen_.lower(w) > 0) return "-";
  if (!lex_.title(w).empty() && lex_.given_name(w).empty()) return "-";
  if (before(t, {"#"}) && glued(t)) return "-";
  if (t + 1 < end_ && (word(t + 1) == "-" || word(t + 1) == "/") && glued(t + 1) && lex_.common(w)) return "-";
  if (!m.role.empty() && lex_.title(m.role) == "honorific") return "PERSON";
  return "";
}

bool Labels::age_follows(std::uint32_t e) const {
  return is(e, {",", "("}) && e + 1 < end_ && a_.tokens[e + 1].kind == TokenKind::kNumber && word(e + 1).size() == 2 &&
         (e + 2 >= end_ || is(e + 2, {",", ")", ".", "-"}));
}

bool Labels::role_follows(std::uint32_t e) const {
  if (is(e, {"who"}) || (is(e, {","}) && is(e + 1, {"who", "whose"}))) return true;
  if (!is(e, {",", "-", "–", "—"})) return false;
  for (std::uint32_t t = e + 1; t < std::min(end_, e + 7) && !is(t, {",", "."}); ++t) {
    if (seen_.shape(t) == Shape::kLower && !lex_.title(word(t)).empty()) return true;
  }
  return false;
}

bool Labels::speaks(std::uint32_t e) const {
  return is(e, {"said", "says", "told", "added", "tells", "recalled", "explained", "insisted", "replied", "argued", "asked",
                "wrote", "admitted", "joked", "recalls", "adds"});
}

}  // namespace tetrapla::language
