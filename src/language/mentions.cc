// Runs of capitalised words are found first, with the small words that stand inside names ("Ministry of …", "de", "bin"). A run is then
// cut where a title, a demonym or a place begins or ends ("California Highway Patrol | Officer | Brad Baehr"), and each piece is labelled
// by what stands in it and around it.
#include "language/mentions.h"

#include <algorithm>

#include "language/lexicon.h"

namespace tetrapla::language {
namespace {

constexpr std::uint32_t kLongestName = 12;  // words; a longer run of capitals is a headline, not a name

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Finder {
 public:
  Finder(const Annotation& annotation, const WordsSeen& seen) : a_(annotation), seen_(seen), lex_(lexicon()) {}

  std::vector<Mention> run() {
    for (const Sentence& sentence : a_.sentences) {
      begin_ = sentence.tokens.begin;
      end_ = sentence.tokens.end;
      for (std::uint32_t t = begin_; t < end_;) {
        if (!begins_name(t)) {
          ++t;
          continue;
        }
        const std::uint32_t stop = run_end(t);
        cut(t, stop);
        t = std::max(stop, t + 1);
      }
    }
    return std::move(mentions_);
  }

 private:
  [[nodiscard]] const std::string& word(std::uint32_t t) const { return a_.tokens[t].lower; }
  [[nodiscard]] bool glued(std::uint32_t t) const { return t < end_ && !a_.tokens[t].space_before; }
  [[nodiscard]] bool named(std::uint32_t t) const {  // has a capital letter
    return t < end_ && seen_.shape(t) != Shape::kNone && seen_.shape(t) != Shape::kLower &&
           !is(t, {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m"});
  }
  [[nodiscard]] bool is(std::uint32_t t, std::initializer_list<std::string_view> words) const {
    return t < end_ && is_one_of(word(t), words);
  }
  [[nodiscard]] bool before(std::uint32_t t, std::initializer_list<std::string_view> words) const {
    return t > begin_ && is_one_of(word(t - 1), words);
  }
  [[nodiscard]] bool particle(std::uint32_t t) const {
    return is(t, {"de", "del", "della", "der", "den", "van", "von", "di",  "da", "dos", "das",  "do",
                  "du", "la",  "le",    "bin", "ibn", "al",  "el",  "ter", "zu", "af",  "bint", "ben"});
  }
  [[nodiscard]] bool article(std::uint32_t t) const { return is(t, {"al", "el", "ad", "as", "ash", "an", "ar", "az", "at"}); }
  [[nodiscard]] bool hyphen(std::uint32_t t) const {
    return t < end_ && (word(t) == "-" || word(t) == "‑" || word(t) == "‐") &&
           ((glued(t) && glued(t + 1)) || seen_.spaced_hyphens());
  }

  [[nodiscard]] std::string key(std::uint32_t b, std::uint32_t e) const {
    std::string result;
    for (std::uint32_t t = b; t < e; ++t) {
      if (t > b && a_.tokens[t].space_before && word(t) != "-" && word(t - 1) != "-") result += ' ';
      result += word(t);
    }
    return result;
  }

  // ---- which words are names

  /// A known name of several words that begins here ("New York", "Human Rights Watch"): its end, else `t`.
  [[nodiscard]] std::uint32_t known_end(std::uint32_t t) const {
    constexpr std::uint32_t kLongestKnown = 6;
    for (std::uint32_t e = std::min(end_, t + kLongestKnown); e > t + 1; --e) {
      if (named(e - 1) && !lex_.known(key(t, e)).empty()) return e;
    }
    return t;
  }

  [[nodiscard]] bool stop_word(std::uint32_t t) const {
    const WordRole role = lex_.no_name(word(t));
    return role == WordRole::kCalendar || role == WordRole::kWord;
  }

  /// Whether the capital of this word makes it part of a name.
  [[nodiscard]] bool accepted(std::uint32_t t) const {
    if (!named(t)) return false;
    const std::string& w = word(t);
    if (w.size() == 1) return false;
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

  /// Whether this word stood beside its neighbour with capitals elsewhere, where they tell something.
  [[nodiscard]] bool seen_in_pair(std::uint32_t t) const {
    return (named(t + 1) && seen_.pair(word(t), word(t + 1)) > 0) ||
           (t > begin_ && named(t - 1) && seen_.pair(word(t - 1), word(t)) > 0);
  }

  [[nodiscard]] bool begins_name(std::uint32_t t) const {
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

  /// A word in the middle of a run, which had its capital for certain before.
  [[nodiscard]] bool goes_on(std::uint32_t t) const {
    if (!named(t)) return false;
    if (seen_.in_headline(t)) return accepted(t);
    return !stop_word(t) || accepted(t) || is_org_last(t);
  }

  [[nodiscard]] bool legal_suffix(std::uint32_t t) const {
    return is(
        t, {"inc",  "inc.", "ltd", "ltd.", "llc",  "plc",   "corp",    "corp.",       "co",           "co.", "gmbh", "ag", "sa",
            "s.a.", "nv",   "asa", "oyj",  "bros", "bros.", "limited", "corporation", "incorporated", "jr",  "jr.",  "sr", "sr."});
  }

  [[nodiscard]] bool head_in(std::uint32_t b, std::uint32_t e) const {
    for (std::uint32_t t = b; t < e; ++t) {
      if (!lex_.name_word(word(t), "head").empty()) return true;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t run_end(std::uint32_t b) const {
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
        if (place_next && lex_.sure_place(key(b, e)) && lex_.sure_place(key(e, std::max(known, e + 1))))
          break;  // a comma is missing
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

  [[nodiscard]] bool is_org_last(std::uint32_t t) const {
    return lex_.name_word(word(t), "last") == "ORG" || !lex_.name_word(word(t), "head").empty();
  }

  /// A lower-case word glued by a hyphen to a capital one, after a name: "Mehdi iran-Nejad".
  [[nodiscard]] bool particle_word(std::uint32_t e) const {
    return e + 2 < end_ && seen_.shape(e) == Shape::kLower && hyphen(e + 1) && seen_.shape(e + 2) == Shape::kCapital &&
           !lex_.common(word(e));
  }

  /// "SEA-ME-WE 4", "Route 52", and what the report numbers more than once ("Swift 3").
  [[nodiscard]] bool numbered(std::uint32_t b, std::uint32_t e) const {
    if (seen_.shape(e - 1) == Shape::kUpper && (e + 1 >= end_ || seen_.shape(e + 1) != Shape::kLower || e > b + 1))
      return e > b + 1;
    if (e == b + 1 && !lex_.name_word(word(b), "first").empty() && seen_.shape(b) == Shape::kCapital) return true;
    if (std::count_if(a_.tokens.begin() + b, a_.tokens.begin() + e, [](const Token& token) { return token.lower == "-"; }) > 1)
      return true;
    return seen_.pair(word(e - 1), word(e)) > 1;
  }

  [[nodiscard]] std::uint32_t over_particles(std::uint32_t e) const {
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

  [[nodiscard]] bool opens_complement(std::uint32_t b, std::uint32_t of) const {
    if (!lex_.name_word(word(of - 1), "head").empty()) return true;
    if (word(of) == "for") return false;
    if (is_one_of(word(of - 1), {"gulf", "strait", "straits", "bay", "sea", "isle", "cape", "minister", "secretary"})) return true;
    const bool place = named(of + 1) && lex_.sure_place(word(of + 1));
    return place && of > b + 1 && (is_org_last(of - 1) || word(of - 1).ends_with("s"));
  }

  // ---- what a run is made of

  [[nodiscard]] bool title_at(std::uint32_t t) const { return named(t) && !lex_.title(word(t)).empty(); }

  /// Whether [b, e) can be a person's name: one to five words, none that tells another kind of thing.
  [[nodiscard]] bool person_shape(std::uint32_t b, std::uint32_t e) const {
    if (b >= e || e - b > 7 || (e - b > 1 && lex_.no_name(word(e - 1)) == WordRole::kAlone)) return false;
    std::uint32_t words = 0, common = 0, upper = 0;
    for (std::uint32_t t = b; t < e; ++t) {
      if (a_.tokens[t].kind == TokenKind::kNumber || is(t, {"of", "for", "and", "&", "in", "the", ","})) return false;
      if (seen_.shape(t) == Shape::kNone || seen_.shape(t) == Shape::kLower) continue;
      ++words;
      upper += seen_.shape(t) == Shape::kUpper && word(t).size() > 2 ? 1 : 0;
      if (lex_.common(word(t)) && lex_.given_name(word(t)).empty() && !(seen_.shape(t) == Shape::kUpper && word(t).size() == 2) &&
          !(t > b && lex_.surname(word(t)))) {
        ++common;
      }
      if (is_org_last(t) && t + 1 == e && lex_.common(word(t)) && words > 1 && lex_.given_name(word(b)).empty()) return false;
    }
    if (upper > 0 && upper < words) return false;
    return words >= 1 && words <= 4 &&
           (common == 0 ||
            (words > common &&
             (!lex_.given_name(word(b)).empty() || (seen_.shape(b) == Shape::kInitial && !lex_.given_name(word(b + 1)).empty()))) ||
            (words == 1 && lex_.surname(word(b))));
  }

  void cut(std::uint32_t b, std::uint32_t e) {
    while (e > b && (seen_.shape(e - 1) == Shape::kLower ||
                     (seen_.shape(e - 1) == Shape::kNone && a_.tokens[e - 1].kind != TokenKind::kNumber))) {
      if (e - 1 > b && word(e - 2) == "-" && seen_.shape(e - 1) == Shape::kLower) break;  // Wei-lan
      --e;
    }
    if (b >= e) return;
    if (!lex_.known(key(b, e)).empty()) return put(b, e, {});

    // Putin-Zelensky: two names, where each stands alone elsewhere
    for (std::uint32_t t = b + 1; t + 1 < e; ++t) {
      if (!hyphen(t) || a_.tokens[e - 1].kind == TokenKind::kNumber) continue;
      const auto alone = [&](std::uint32_t k) {
        return seen_.solo(word(k)) > 0 || lex_.sure_place(word(k)) || lex_.demonym(word(k));
      };
      if (alone(t - 1) && alone(t + 1) && lex_.given_name(word(t - 1)).empty()) {
        cut(b, t);
        cut(t + 1, e);
        return;
      }
    }

    // a title inside: what stands before it is another name, what follows a person
    for (std::uint32_t t = b; t < e; ++t) {
      if (!title_at(t) || hyphen(t + 1)) continue;
      std::uint32_t after = t + 1;
      while (after < e && title_at(after) && lex_.given_name(word(after)).empty()) ++after;
      std::uint32_t last_title = after - 1;
      if (is(after, {"of", "for"})) {  // Minister of Information Technology Tareq Kamel
        while (after < e && (lex_.common(word(after)) || is(after, {"of", "and", "for", "the"})) &&
               lex_.given_name(word(after)).empty())
          ++after;
      }
      const bool ends = after >= e;
      const bool organisation = ends && (t + 1 == e) && is_org_last(t);
      if (organisation || (!ends && !person_shape(after, e))) continue;
      std::uint32_t front = t;
      while (front > b && lex_.common(word(front - 1)) && !is_org_last(front - 1) && !lex_.demonym(word(front - 1)) &&
             lex_.known(word(front - 1)).empty())
        --front;
      if (ends && front == b && t + 1 < e && is(t + 1, {"of"})) return;  // "Minister of Justice"
      if (front > b) cut(b, front);
      if (!ends) put(after, e, word(last_title));
      return;
    }

    // Ukrainian President is cut above; here "Russian Sergei Lavrov", but "Russian Northern Fleet" whole
    if (lex_.demonym(word(b)) && e > b + 1 && a_.tokens[b + 1].space_before &&
        (lex_.given_name(word(b)).empty() || lex_.common(word(b + 1)))) {
      if (!is_org_last(e - 1) && lex_.name_word(word(e - 1), "last").empty() && !head_in(b, e)) {
        put(b, b + 1, {});
        if (accepted(b + 1) || named(b + 1)) cut(b + 1, e);
        return;
      }
    }
    put(b, e, {});
  }

  // ---- labels

  void put(std::uint32_t b, std::uint32_t e, std::string_view title) {
    while (e > b + 1 && lex_.no_name(word(b)) == WordRole::kAcronym && lex_.known(key(b, e)).empty()) ++b;
    while (b < e && (stop_word(b) || seen_.shape(b) == Shape::kNone) && lex_.known(key(b, e)).empty() &&
           lex_.given_name(word(b)).empty())
      ++b;
    while (e > b + 1 && is(e - 1, {"qc", "kc", "mp", "md", "phd", "ph.d.", "esq", "obe", "mbe", "cbe"}) &&
           seen_.shape(e - 1) != Shape::kCapital)
      --e;
    if (b >= e || e - b > kLongestName) return;
    if (e - b == 1 && lex_.no_name(word(b)) == WordRole::kAcronym) return;
    bool initials = lex_.known(key(b, e)).empty();
    for (std::uint32_t t = b; t < e; ++t) initials = initials && seen_.shape(t) == Shape::kInitial;
    if (initials) return;
    // "GM Theo Epstein": what stands before a given name and is neither a name nor an initial is what he does
    if (e - b == 3 && lex_.given_name(word(b)).empty() && !lex_.given_name(word(b + 1)).empty() && !lex_.common(word(b + 1)) &&
        person_shape(b + 1, e) && (lex_.common(word(b)) || (seen_.shape(b) == Shape::kUpper && word(b).size() == 2)) &&
        !lex_.demonym(word(b)) && lex_.known(word(b)).empty()) {
      return put(b + 1, e, word(b));
    }
    // "the Carlton hotel": what it is, in lower case, belongs to the name of a building
    const bool building =
        before(b, {"the"}) && e < end_ && seen_.shape(e) == Shape::kLower && e - b <= 2 && !seen_.in_headline(b) &&
        (is(e,
            {"hotel", "store", "stadium", "airport", "bridge", "prison", "hospital", "tower", "cathedral", "mosque", "museum"})) &&
        lex_.known(key(b, e)).empty() && !lex_.demonym(word(b)) && !lex_.common(word(e - 1));
    if (building) ++e;
    Mention mention;
    mention.tokens = {b, e};
    mention.key = key(b, e);
    mention.after_the = before(b, {"the"});
    if (!title.empty()) {
      mention.role = title;
    } else if (b > begin_ && !lex_.title(word(b - 1)).empty() &&
               (b - 1 == begin_ || seen_.shape(b - 1) == Shape::kLower || lex_.title(word(b - 1)) == "honorific" ||
                seen_.tells_nothing(b - 1))) {
      mention.role = word(b - 1);
    } else if (b > begin_ + 1 && is_one_of(word(b - 1), {",", "."}) && seen_.shape(b - 2) == Shape::kLower &&
               !lex_.title(word(b - 2)).empty() && is(e, {",", "."})) {
      mention.role = word(b - 2);  // the captain, Ruslan Janibekov,
    }
    if (const std::string_view sex = lex_.title_sex(mention.role); !sex.empty()) mention.sex = sex;
    mention.label = building ? "FAC" : label(mention, !title.empty());
    if (mention.label == "-") return;
    mentions_.push_back(std::move(mention));
  }

  /// "-": no name after all; "": undecided.
  [[nodiscard]] std::string label(const Mention& m, bool titled) const {
    const auto [b, e] = m.tokens;
    const std::string& first = word(b);
    const std::string& last = word(e - 1);
    const bool one = e - b == 1;
    const bool role = !m.role.empty();
    std::uint32_t core = b;  // South East Asia, Northern Colorado
    while (core + 1 < e && lex_.no_name(word(core)) == WordRole::kAlone) ++core;
    if (core > b && lex_.sure_place(key(core, e))) return std::string(lex_.known(key(core, e)));
    const std::string_view known = lex_.known(m.key);
    if (titled && person_shape(b, e)) return "PERSON";
    if (!known.empty() && !(lex_.weak_place(m.key) && role)) return one && lex_.weak_place(m.key) ? "" : std::string(known);
    if (lex_.demonym(last)) return "NORP";  // South Korean
    if (one) return single(m);
    if (is_one_of(last, {"jr", "jr.", "sr", "sr.", "ii", "iii"}) && known.empty()) return "PERSON";
    if (legal_suffix(e - 1)) return "ORG";
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

  [[nodiscard]] std::string_view known_word(std::uint32_t t) const { return lex_.known(word(t)); }

  [[nodiscard]] bool is_upper_run(std::uint32_t b, std::uint32_t e) const {
    for (std::uint32_t t = b; t < e; ++t) {
      if (seen_.shape(t) != Shape::kUpper && seen_.shape(t) != Shape::kNone) return false;
    }
    return true;
  }

  [[nodiscard]] std::string single(const Mention& m) const {
    const std::uint32_t t = m.tokens.begin;
    const std::string& w = word(t);
    if (seen_.shape(t) == Shape::kInitial) return "-";
    if (stop_word(t) || lex_.no_name(w) == WordRole::kAcronym || lex_.no_name(w) == WordRole::kAlone) return "-";
    if (lex_.common(w) && seen_.lower(w) > 0) return "-";
    if (!lex_.title(w).empty() && lex_.given_name(w).empty()) return "-";
    if (before(t, {"#"}) && glued(t)) return "-";
    if (t + 1 < end_ && (word(t + 1) == "-" || word(t + 1) == "/") && glued(t + 1) && lex_.common(w)) return "-";
    if (!m.role.empty() && lex_.title(m.role) == "honorific") return "PERSON";
    return "";
  }

  /// ", 34," or " , 28 ,": an age.
  [[nodiscard]] bool age_follows(std::uint32_t e) const {
    return is(e, {",", "("}) && e + 1 < end_ && a_.tokens[e + 1].kind == TokenKind::kNumber && word(e + 1).size() == 2 &&
           (e + 2 >= end_ || is(e + 2, {",", ")", ".", "-"}));
  }
  /// ", the head of", ", director of", ", who".
  [[nodiscard]] bool role_follows(std::uint32_t e) const {
    if (is(e, {"who"}) || (is(e, {","}) && is(e + 1, {"who", "whose"}))) return true;
    if (!is(e, {",", "-", "–", "—"})) return false;
    for (std::uint32_t t = e + 1; t < std::min(end_, e + 7) && !is(t, {",", "."}); ++t) {
      if (seen_.shape(t) == Shape::kLower && !lex_.title(word(t)).empty()) return true;
    }
    return false;
  }
  [[nodiscard]] bool speaks(std::uint32_t e) const {
    return is(e, {"said", "says", "told", "added", "tells", "recalled", "explained", "insisted", "replied", "argued", "asked",
                  "wrote", "admitted", "joked", "recalls", "adds"});
  }

  const Annotation& a_;
  const WordsSeen& seen_;
  const Lexicon& lex_;
  std::uint32_t begin_ = 0, end_ = 0;
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Mention> find_mentions(const Annotation& annotation, const WordsSeen& seen) { return Finder(annotation, seen).run(); }

}  // namespace tetrapla::language
