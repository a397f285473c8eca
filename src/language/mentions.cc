// Runs of capitals are found first (name_runs.cc). A run is then cut where a title, a demonym or a place begins or ends
// ("California Highway Patrol | Officer | Brad Baehr"), and each piece is labelled (labels.cc).
#include "language/mentions.h"

#include <algorithm>

#include "language/labels.h"
#include "language/name_runs.h"
#include "language/sentence_words.h"

namespace tetrapla::language {
namespace {

/// The mentions of one sentence.
class Cutter : private SentenceWords {
 public:
  Cutter(const Annotation& annotation, const WordsSeen& seen, TokenRange sentence, std::vector<Mention>& mentions)
      : SentenceWords(annotation, seen, sentence),
        runs_(annotation, seen, sentence),
        labels_(annotation, seen, sentence),
        mentions_(mentions) {}

  void run() {
    for (std::uint32_t t = begin_; t < end_;) {
      if (!runs_.begins_name(t)) {
        ++t;
        continue;
      }
      const std::uint32_t stop = runs_.run_end(t);
      cut(t, stop);
      t = std::max(stop, t + 1);
    }
  }

 private:
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
      if (after + 1 < e && !person_shape(after, e) && lex_.common(word(after)) && lex_.name_word(word(after), "last").empty() &&
          lex_.given_name(word(after)).empty() && !lex_.given_name(word(after + 1)).empty()) {
        ++after;  // Chief Executive Tareq Kamel
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
        if (runs_.accepted(b + 1) || named(b + 1)) cut(b + 1, e);
        return;
      }
    }
    put(b, e, {});
  }

  void put(std::uint32_t b, std::uint32_t e, std::string_view title) {
    while (e > b + 1 && lex_.no_name(word(b)) == WordRole::kAcronym && lex_.known(key(b, e)).empty()) ++b;
    while (b < e && !ship_prefix(b) && (stop_word(b) || seen_.shape(b) == Shape::kNone) && lex_.known(key(b, e)).empty() &&
           lex_.given_name(word(b)).empty())
      ++b;
    while (e > b + 1 && is(e - 1, {"qc", "kc", "mp", "md", "phd", "ph.d.", "esq", "obe", "mbe", "cbe"}) &&
           seen_.shape(e - 1) != Shape::kCapital)
      --e;
    if (b >= e || e - b > kLongestName) return;
    if (e - b == 1 && lex_.no_name(word(b)) == WordRole::kAcronym) return;
    bool initials = lex_.known(key(b, e)).empty();
    for (std::uint32_t t = b; t < e; ++t) initials = initials && (seen_.shape(t) == Shape::kInitial || word(t).size() == 1);
    if (initials) return;
    // "GM Theo Epstein": what stands before a given name and is neither a name nor an initial is what he does
    if (e - b == 3 && !ship_prefix(b) && lex_.given_name(word(b)).empty() && !lex_.given_name(word(b + 1)).empty() &&
        !lex_.common(word(b + 1)) && person_shape(b + 1, e) &&
        (lex_.common(word(b)) || (seen_.shape(b) == Shape::kUpper && word(b).size() == 2)) && !lex_.demonym(word(b)) &&
        lex_.known(word(b)).empty()) {
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
    } else if (b > begin_ && !lex_.title(word(b - 1)).empty() && !ship_prefix(b - 1) &&
               (b - 1 == begin_ || seen_.shape(b - 1) == Shape::kLower || lex_.title(word(b - 1)) == "honorific" ||
                seen_.tells_nothing(b - 1))) {
      mention.role = word(b - 1);
    } else if (b > begin_ + 1 && is_one_of(word(b - 1), {",", "."}) && seen_.shape(b - 2) == Shape::kLower &&
               !lex_.title(word(b - 2)).empty() && is(e, {",", "."})) {
      mention.role = word(b - 2);  // the captain, Ruslan Janibekov,
    }
    if (const std::string_view sex = lex_.title_sex(mention.role); !sex.empty()) mention.sex = sex;
    mention.label = building ? "FAC" : labels_.label(mention, !title.empty());
    if (mention.label == "-") return;
    mentions_.push_back(std::move(mention));
  }

  NameRuns runs_;
  Labels labels_;
  std::vector<Mention>& mentions_;
};

}  // namespace

std::vector<Mention> find_mentions(const Annotation& annotation, const WordsSeen& seen) {
  std::vector<Mention> mentions;
  for (const Sentence& sentence : annotation.sentences) Cutter(annotation, seen, sentence.tokens, mentions).run();
  return mentions;
}

}  // namespace tetrapla::language
