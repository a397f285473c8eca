// A sentence is cut at ";", ", but", "while" and the like: a reporting clause governs its own side only. In each part every reporting verb is
// tried in four forms:
//
//   front      The ministry said 84 people were aboard        what follows the verb
//   end        84 people were aboard, the ministry said       what stands before the comma
//   middle     84 people, the ministry said, were aboard      the whole part
//   inverted   84 people were aboard, said the ministry       what stands before the comma
//
// and "according to X" at either end. Verbs that also do something to things ("recalled 48,000 scooters") need "that" after them; verbs that
// only give amounts ("counted", "put the toll at") need a subject that tells things.
#include "claims/sources_clauses.h"

#include <algorithm>

#include "claims/quotations_phrases.h"

namespace tetrapla::claims::quotations {
namespace {

using language::TokenRange;

constexpr std::uint32_t kMaxOnWord = 4;        // words of "by the account of"
constexpr std::uint32_t kMaxHeadlineName = 5;  // words of "State police: three held"
constexpr std::uint32_t kUnpunctuated = 40;    // tokens without a comma that are no written sentence: a transcript's running words
constexpr std::uint32_t kLongRest = 5;         // tokens after "said on Monday" that are more than a date or a place

bool is_comma(const Scene& scene, std::uint32_t k) {
  return scene.lower(k) == "," || scene.lower(k) == "—" || scene.lower(k) == "–";
}

/// A name, a role, an office, a paper: what tells things.
bool tells(const Scene& scene, TokenRange source) {
  if (source.size() == 0) return false;
  for (std::uint32_t k = source.begin; k < source.end; ++k) {
    if (scene.is(k, WordClass::kRole) || scene.is(k, WordClass::kTeller) || scene.is(k, WordClass::kDocument)) return true;
    const std::uint32_t number = scene.entity_of(k);
    if (number == kNone) continue;
    const std::string& label = scene.annotation().entities[number].label;
    if (label == "PERSON" || label == "ORG") return true;
  }
  return false;
}

/// "84", "Nobody": no source.
bool can_speak(const Scene& scene, TokenRange source) {
  if (source.size() == 0) return false;
  const std::uint32_t last = source.end - 1;
  if (scene.token(last).kind != language::TokenKind::kWord && !tells(scene, source)) return false;
  if (scene.is(last, WordClass::kTime) && !tells(scene, source)) return false;
  if (source.size() > 1) return true;
  return !scene.is(last, WordClass::kFirst) && !scene.is(last, WordClass::kClause) && !scene.is(last, WordClass::kPreposition) &&
         !scene.is(last, WordClass::kAuxiliary) && (!scene.is(last, WordClass::kNeuter) || scene.lower(last) == "it") &&
         (!scene.is(last, WordClass::kDeterminer) || pronoun(scene, last));
}

class Part {
 public:
  Part(const Scene& scene, TokenRange range, std::vector<ReportingClause>& found)
      : scene_(scene), begin_(range.begin), end_(range.end), found_(found) {}

  void read() {
    first_ = found_.size();
    headline();
    for (std::uint32_t k = begin_; k < end_; ++k) {
      if (scene_.quoted(k)) continue;
      if (const std::uint32_t words = on_word(k); words > 0) {
        according_to(k, k + words);
        k += words - 1;
      } else {
        verb(k);
      }
    }
    part_neighbours();
  }

 private:
  struct Verb {
    std::string_view act = "said";
    bool measures = false;  ///< gives amounts, and counts only where its subject tells things
    bool gerund = false;
  };

  void add(TokenRange source, TokenRange cue, TokenRange clause, std::string_view act) {
    while (clause.size() > 0 && !scene_.is_word(clause.end - 1) && !scene_.quoted(clause.end - 1)) --clause.end;
    while (clause.size() > 0 && !scene_.quoted(clause.begin) &&
           (scene_.lower(clause.begin) == "," || scene_.lower(clause.begin) == "that"))
      ++clause.begin;
    if (clause.size() > 0 && can_speak(scene_, source)) found_.push_back({source, cue, clause, act});
  }

  /// "Police: three held" and "Three held - police".
  void headline() {
    for (std::uint32_t k = begin_ + 1; k < end_ && k <= begin_ + kMaxHeadlineName; ++k) {
      if (scene_.quoted(k)) return;
      if (scene_.lower(k) != ":") continue;
      const TokenRange source{begin_, k};
      const TokenRange head{k - 1, k};
      if (tells(scene_, head) && phrase_from(scene_, begin_, k).end == k) add(source, {k, k + 1}, {k + 1, end_}, "said");
      return;
    }
    for (std::uint32_t k = end_; k > begin_ + 2 && end_ - k <= kMaxHeadlineName; --k) {
      const std::uint32_t at = k - 1;
      if (scene_.quoted(at)) return;
      if (scene_.lower(at) != ":" && !(scene_.lower(at) == "-" && scene_.token(at).space_before)) continue;
      const TokenRange source{k, end_};
      if (source.size() > 0 && tells(scene_, {end_ - 1, end_}) && phrase_from(scene_, k, end_).end == end_)
        add(source, {at, k}, {begin_, at}, "said");
      return;
    }
  }

  /// Words of "according to" and the like at `k`, or 0.
  [[nodiscard]] std::uint32_t on_word(std::uint32_t k) const {
    if (!scene_.is(k, WordClass::kOnWordBegin)) return 0;
    std::string words;
    std::uint32_t longest = 0;
    for (std::uint32_t n = 0; n < kMaxOnWord && k + n < end_ && !scene_.quoted(k + n); ++n) {
      words += (n == 0 ? "" : " ") + std::string(scene_.lower(k + n));
      if (scene_.lexicon().is(words, WordClass::kOnWord)) longest = n + 1;
    }
    return longest;
  }

  void according_to(std::uint32_t k, std::uint32_t from) {
    const TokenRange source = with_name(scene_, phrase_from(scene_, from, end_), end_);
    if (source.size() == 0) return;
    const TokenRange cue{k, from};
    std::uint32_t start = k;
    while (start > begin_ && (scene_.is(start - 1, WordClass::kLead) || is_comma(scene_, start - 1))) --start;
    if (start == begin_) {
      add(source, cue, {source.end, end_}, "said");
    } else if (scene_.is(k - 1, WordClass::kClause) && !is_comma(scene_, k - 1)) {
      add(source, cue, {source.end, end_}, "said");  // "and according to X, …"
    } else if (source.end < end_ && is_comma(scene_, source.end) && end_ - source.end > kLongRest) {
      add(source, cue, {begin_, end_}, "said");
    } else {
      add(source, cue, {begin_, k}, "said");
    }
  }

  [[nodiscard]] bool any_of(std::uint32_t from, std::uint32_t to, WordClass kind) const {
    for (std::uint32_t k = from; k < to; ++k) {
      if (scene_.is(k, kind)) return true;
    }
    return false;
  }

  /// "that" or the begin of a clause of its own right after a verb: what follows is stated, not done.
  [[nodiscard]] bool clause_follows(std::uint32_t k) const {
    for (std::uint32_t at = k; at < std::min(end_, k + 4) && scene_.is_word(at); ++at) {
      if (scene_.lower(at) == "that") return true;
    }
    return k < end_ && (pronoun(scene_, k) || scene_.lower(k) == "there");
  }

  /// "nine people died, the ministry said on Friday." – nothing of weight follows the verb.
  [[nodiscard]] bool closes(std::uint32_t after) const {
    if (after >= end_ || !scene_.is_word(after)) return true;
    return scene_.is(after, WordClass::kStop) || scene_.is(after, WordClass::kTime) || scene_.is(after, WordClass::kAdverb);
  }

  [[nodiscard]] bool tells_somebody(std::uint32_t k) const {
    const std::string_view word = scene_.lower(k);
    return word == "told" || word == "tells" || word == "tell";
  }

  /// After the one who is told: "told reporters", "told the Harbour Post".
  [[nodiscard]] std::uint32_t after_listener(std::uint32_t k) const {
    if (!tells_somebody(k)) return k + 1;
    std::uint32_t at = k + 1;
    while (at < end_ && at < k + 6 && scene_.is_word(at) && scene_.lower(at) != "that" &&
           scene_.token(at).kind == language::TokenKind::kWord && !scene_.is(at, WordClass::kStop) &&
           !scene_.is(at, WordClass::kTime)) {
      ++at;
    }
    return at < end_ && scene_.is_word(at) && scene_.lower(at) != "that" && !closes(at) ? k + 1 : at;
  }

  void verb(std::uint32_t k) {
    Verb now;
    const Cue* cue = verb_at(scene_, k, begin_);
    if (cue != nullptr && cue->how == How::kSpeech) {
      now = {cue->act, false, cue->gerund};
    } else if (scene_.is(k, WordClass::kMeasures)) {
      now = {"said", true, false};
    } else {
      return;
    }
    if (now.act == "asked" || now.act == "denied" || scene_.is_capital(k)) return;
    const std::uint32_t group = group_begin(scene_, k, begin_);
    const bool be = any_of(group, k, WordClass::kBe);
    if (any_of(group, k, WordClass::kUnsaid)) return;
    if (now.gerund && !be) {
      hanging(k, now);
      return;
    }
    if (be && !now.gerund) {
      quoted_as(k, group, now);
      return;
    }
    const bool alone = group == k;
    if (alone && scene_.lower(k).ends_with("en")) return;                     // "a note written on Monday"
    if (now.measures && k + 1 < end_ && scene_.lower(k + 1) == "to") return;  // "jewels estimated to be worth"
    const TokenRange words{group, k + 1};
    if (inverted(k, group, now)) return;
    TokenRange source = phrase_before(scene_, group, begin_);
    if (alone && is_noun(source, k)) return;
    const bool relative = group > begin_ && (scene_.lower(group - 1) == "who" || scene_.lower(group - 1) == "which");
    const bool joined = group > begin_ && scene_.lower(group - 1) == "and";
    if (joined) source = found_.size() > first_ ? found_.back().source : subject_of(scene_, begin_, group);
    if (source.size() == 0 || !can_speak(scene_, source)) return;
    if (now.measures && !tells(scene_, source)) return;
    if (tells_somebody(k) && k + 3 < end_ && scene_.is(k + 1, WordClass::kDeterminer) && scene_.lower(k + 3) == "of")
      return;  // "tells the story of"
    const std::uint32_t after = after_listener(k);
    const bool stated = clause_follows(k + 1);
    const bool set_off = !relative && !joined && source.begin > begin_ + 1 &&
                         (is_comma(scene_, source.begin - 1) || scene_.quoted(source.begin - 1)) && !now.measures;
    if (set_off && closes(after) && !stated) {
      parenthesis(source, words, after, now);
      return;
    }
    if ((now.gerund || scene_.is(k, WordClass::kDoes)) && !stated) return;
    std::uint32_t end = own_clause(after);
    if (relative || now.measures) {
      for (std::uint32_t at = after; at < end; ++at) {
        if (is_comma(scene_, at) && !scene_.quoted(at)) end = at;
      }
    }
    add(source, words, {after, end}, now.act);
  }

  /// "a repair report", "this claim": one thing does not "report".
  [[nodiscard]] bool is_noun(TokenRange source, std::uint32_t k) const {
    const std::string_view word = scene_.lower(k);
    if (source.size() == 0 || word.ends_with("ed") || word == "said" || word == "told") return false;
    const std::string_view first = scene_.lower(source.begin);
    const bool somebody = tells(scene_, {source.end - 1, source.end}) || scene_.is_capital(source.end - 1);
    for (std::uint32_t at = source.begin; at < source.end && !somebody; ++at) {
      if (possessive(scene_, at)) return true;  // "the mayor's latest claims"
    }
    if (word.ends_with("s")) return false;
    return first == "a" || first == "an" || first == "this" || first == "that" || first == "each" || first == "every" ||
           (k + 1 < end_ && !scene_.is_word(k + 1));
  }

  /// ", and the road was closed": a clause of the report's own. A list goes on with another amount or with "that".
  [[nodiscard]] std::uint32_t own_clause(std::uint32_t from) const {
    for (std::uint32_t k = from + 1; k + 1 < end_; ++k) {
      if (scene_.quoted(k) || scene_.lower(k) != "and" || !is_comma(scene_, k - 1)) continue;
      const std::uint32_t next = k + 1;
      if (scene_.is(next, WordClass::kDeterminer) && scene_.lower(next) != "that" &&
          scene_.token(next).kind == language::TokenKind::kWord) {
        return k - 1;
      }
      if (pronoun(scene_, next)) return k - 1;
    }
    return end_;
  }

  /// ", the ministry said on Friday" and ", the ministry said, ".
  void parenthesis(TokenRange source, TokenRange words, std::uint32_t after, const Verb& now) {
    const std::uint32_t left = source.begin - 1;
    const bool adjunct =
        scene_.is(begin_, WordClass::kPreposition) || scene_.is(begin_, WordClass::kLead) || scene_.is(begin_, WordClass::kClause);
    const bool more = after < end_ && end_ - after > kLongRest;
    if (more && is_comma(scene_, after)) {
      const bool goes_on =
          after + 1 < end_ && !scene_.is(after + 1, WordClass::kClause) && scene_.lexicon().cue(scene_.lower(after + 1)) == nullptr;
      add(source, words, {begin_, goes_on ? end_ : left}, now.act);
    } else if (more && adjunct) {
      add(source, words, {after, end_}, now.act);
    } else {
      add(source, words, {begin_, left}, now.act);
    }
  }

  /// ", said the ministry".
  bool inverted(std::uint32_t k, std::uint32_t group, const Verb& now) {
    if (now.measures || tells_somebody(k) || group == begin_ || group != k || !is_comma(scene_, k - 1)) return false;
    const TokenRange source = phrase_from(scene_, k + 1, end_);
    if (source.size() == 0 || !tells(scene_, {source.end - 1, source.end})) return false;
    if (source.end < end_ && scene_.is_word(source.end) && !scene_.is(source.end, WordClass::kStop) &&
        !scene_.is(source.end, WordClass::kTime))
      return false;
    add(with_name(scene_, source, end_), {k, k + 1}, {begin_, k - 1}, now.act);
    return true;
  }

  /// ", saying that", ", adding that": by whoever spoke in this part, else by its subject.
  void hanging(std::uint32_t k, const Verb& now) {
    if (k == begin_ || !(is_comma(scene_, k - 1) || scene_.quoted(k - 1) || scene_.lower(k - 1) == "and")) return;
    const bool says = scene_.lower(k) == "saying" || scene_.lower(k) == "adding";
    if (!says && !clause_follows(k + 1)) return;
    const TokenRange source = found_.size() > first_ ? found_.back().source : subject_of(scene_, begin_, k);
    if (source.size() > 0) add(source, {k, k + 1}, {k + 1, end_}, now.act);
  }

  /// "X was quoted as saying", "as reported by X"; other passives name nobody.
  void quoted_as(std::uint32_t k, std::uint32_t group, const Verb& now) {
    if (k + 1 >= end_ || scene_.lower(k + 1) != "by" || !scene_.lower(k).ends_with("ed")) return;
    const TokenRange source = with_name(scene_, phrase_from(scene_, k + 2, end_), end_);
    if (tells(scene_, source)) add(source, {k, k + 2}, {begin_, group}, now.act);
  }

  /// Where one clause follows another on the same level ("X said 84, Y counted 100"), the first ends where the second begins.
  void part_neighbours() {
    for (std::size_t i = first_; i < found_.size(); ++i) {
      ReportingClause& now = found_[i];
      for (std::size_t j = i + 1; j < found_.size(); ++j) {
        const std::uint32_t start = std::min(found_[j].source.begin, found_[j].cue.begin);
        const bool nested = start == now.clause.begin || found_[j].source == now.source;
        if (nested || start <= now.clause.begin || start >= now.clause.end || start == 0) continue;
        std::uint32_t border = start;
        while (border > now.clause.begin && (scene_.is(border - 1, WordClass::kLead) && !is_comma(scene_, border - 1))) --border;
        if (is_comma(scene_, border - 1)) now.clause.end = border - 1;
      }
    }
    found_.erase(std::remove_if(found_.begin() + static_cast<std::ptrdiff_t>(first_), found_.end(),
                                [](const ReportingClause& one) { return one.clause.size() == 0; }),
                 found_.end());
  }

  const Scene& scene_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<ReportingClause>& found_;
  std::size_t first_ = 0;
};

/// Whether another side of the sentence begins at `k`.
bool is_border(const Scene& scene, std::uint32_t k, std::uint32_t begin, std::uint32_t end) {
  if (scene.lower(k) == ";") return true;
  if (!scene.is(k, WordClass::kContrast) || k == begin) return false;
  if (k + 1 < end && scene.lower(k + 1) == "that") return false;  // "said that 84 were aboard, but that …"
  return is_comma(scene, k - 1) || scene.lower(k) == "while" || scene.lower(k) == "whereas";
}

}  // namespace

std::vector<ReportingClause> reporting_clauses(const Scene& scene, std::uint32_t number) {
  std::vector<ReportingClause> found;
  const TokenRange sentence = scene.annotation().sentences[number].tokens;
  std::uint32_t end = sentence.end;
  while (end > sentence.begin && !scene.is_word(end - 1) && !scene.quoted(end - 1)) --end;
  std::uint32_t begin = sentence.begin;
  std::uint32_t unbroken = 0;
  for (std::uint32_t k = begin; k < end; ++k) {
    unbroken = scene.is_word(k) || scene.quoted(k) ? unbroken + 1 : 0;
    if (unbroken > kUnpunctuated) return found;
  }
  // "While the ministry said 84, fishermen …": the comma is the border.
  bool concessive = begin < end && !scene.quoted(begin) && scene.is(begin, WordClass::kContrast) && scene.lower(begin) != "but";
  for (std::uint32_t k = begin; k < end; ++k) {
    if (scene.quoted(k)) continue;
    const bool comma = concessive && scene.lower(k) == ",";
    if (!comma && !is_border(scene, k, begin, end)) continue;
    if (comma) concessive = false;
    Part(scene, {begin, k}, found).read();
    begin = k + 1;
  }
  Part(scene, {begin, end}, found).read();
  return found;
}

}  // namespace tetrapla::claims::quotations
