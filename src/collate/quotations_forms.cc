#include "collate/quotations_forms.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace tetrapla::collate {
namespace {

constexpr std::size_t kMaxSharing = 48;     // forms that share three words: more are a figure of speech
constexpr std::uint32_t kShortWords = 6;    // below this words alone do not say that two quotations are one
constexpr std::uint32_t kFigureWords = 4;   // with a figure among them
constexpr std::uint32_t kPersonWords = 10;  // below this two persons may say the same: "We are doing all we can"
constexpr std::uint32_t kLongWord = 8;      // letters of a single word that may be the same quotation twice ("constructive")
constexpr double kSameShare = 0.6;          // of the shorter one's words; a careless rewrite of a sentence keeps two thirds
constexpr double kSameShareTold = 0.7;      // of one person, where no four words run on
constexpr double kSameShareUnknown = 0.75;  // where only one or neither has a name: questions of a poll share half of their words
constexpr double kSameShareOther = 0.85;    // where it is given to another person
constexpr std::uint32_t kJointSlack = 4;    // words that may be lost or changed beside a joint

/// Quotations of one wording. Short ones are of one speaker too, and those of a sentence of one person.
struct Form {
  std::vector<std::uint32_t> ids;
  std::vector<bool> starts;
  std::vector<std::uint32_t> quotes;
  std::vector<std::uint32_t> cuts;  ///< ascending; words that begin a unit, 0 left out
  std::uint32_t first_unit = 0;
};

struct Neighbour {
  std::uint32_t form = 0;
  Matches matches;  ///< own word, its word
};

bool joinable_alone(const Quote& quote, const std::vector<std::string>& vocabulary) {
  return quote.ids.size() > 1 || vocabulary[quote.ids[0]].size() >= kLongWord;
}

class Grouping {
 public:
  Grouping(const Names& names, QuoteGroups& result) : names_(names), quotes_(result.quotes), vocabulary_(result.vocabulary) {}

  std::vector<std::vector<Unit>> run() {
    make_forms();
    find_neighbours();
    cut();
    return join();
  }

 private:
  void make_forms() {
    std::map<std::tuple<std::vector<std::uint32_t>, std::vector<bool>, std::string>, std::uint32_t> known;
    form_of_.resize(quotes_.size());
    for (std::uint32_t number = 0; number < quotes_.size(); ++number) {
      const Quote& quote = quotes_[number];
      std::string speaker;
      if (quote.ids.size() < kShortWords) {
        speaker = quote.speaker_key;
        // A word or two that nobody in sight has said are nobody's twice; nor is a common word.
        const bool named = quote.ids.size() >= 3 || (!speaker.empty() && joinable_alone(quote, vocabulary_));
        if (!named) speaker = "=" + std::to_string(number);
      } else if (quote.ids.size() < kPersonWords && quote.person) {
        speaker = quote.speaker_key;
      }
      const auto [place, fresh] =
          known.emplace(std::tuple(quote.ids, quote.starts, speaker), static_cast<std::uint32_t>(forms_.size()));
      if (fresh) {
        Form form;
        form.ids = quote.ids;
        form.starts = quote.starts;
        forms_.push_back(std::move(form));
      }
      forms_[place->second].quotes.push_back(number);
      form_of_[number] = place->second;
    }
  }

  void find_neighbours() {
    neighbours_.resize(forms_.size());
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> sharing;
    for (std::uint32_t number = 0; number < forms_.size(); ++number) {
      const auto& ids = forms_[number].ids;
      for (std::size_t k = 0; k + 3 <= ids.size(); ++k) {
        auto& list = sharing[{ids[k], ids[k + 1], ids[k + 2]}];
        if (list.size() < kMaxSharing && (list.empty() || list.back() != number)) list.push_back(number);
      }
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared;
    for (const auto& [words, list] : sharing) {
      for (std::size_t a = 0; a < list.size(); ++a) {
        for (std::size_t b = a + 1; b < list.size(); ++b) ++shared[{list[a], list[b]}];
      }
    }
    for (const auto& [pair, count] : shared) {
      const auto [a, b] = pair;
      Matches matches = align_words(forms_[a].ids, forms_[b].ids);
      if (!same_words(a, b, matches)) continue;
      Matches turned;
      turned.reserve(matches.size());
      for (const auto& [x, y] : matches) turned.emplace_back(y, x);
      neighbours_[a].push_back({b, std::move(matches)});
      neighbours_[b].push_back({a, std::move(turned)});
    }
    for (auto& list : neighbours_) {
      std::sort(list.begin(), list.end(), [](const Neighbour& x, const Neighbour& y) { return x.form < y.form; });
    }
  }

  /// Whether some quote of one and some of the other are of one speaker; and whether any two are not certainly of two.
  [[nodiscard]] std::pair<bool, bool> speakers(const Form& a, const Form& b) const {
    bool same = false;
    bool possible = false;
    std::set<std::pair<std::string, std::optional<std::uint32_t>>> left;
    std::set<std::pair<std::string, std::optional<std::uint32_t>>> right;
    for (const std::uint32_t q : a.quotes) left.emplace(quotes_[q].speaker_key, quotes_[q].person);
    for (const std::uint32_t q : b.quotes) right.emplace(quotes_[q].speaker_key, quotes_[q].person);
    for (const auto& [key, person] : left) {
      for (const auto& [other_key, other] : right) {
        same = same || (!key.empty() && key == other_key);
        possible = possible || !two_persons(names_, person, other);
      }
    }
    return {same, possible};
  }

  [[nodiscard]] bool in_one_report(const Form& a, const Form& b) const {
    std::set<ReportIndex> reports;
    for (const std::uint32_t q : a.quotes) reports.insert(quotes_[q].report);
    return std::any_of(b.quotes.begin(), b.quotes.end(), [&](std::uint32_t q) { return reports.contains(quotes_[q].report); });
  }

  [[nodiscard]] bool same_words(std::uint32_t a, std::uint32_t b, const Matches& matches) const {
    const Form& x = forms_[a];
    const Form& y = forms_[b];
    const std::size_t shorter = std::min(x.ids.size(), y.ids.size());
    if (matches.size() < 3) return false;
    std::size_t run = 1;
    std::size_t longest = 1;
    for (std::size_t k = 1; k < matches.size(); ++k) {
      const bool next = matches[k].first == matches[k - 1].first + 1 && matches[k].second == matches[k - 1].second + 1;
      run = next ? run + 1 : 1;
      longest = std::max(longest, run);
    }
    const bool contained = longest == shorter;
    const auto [same, possible] = speakers(x, y);
    const bool together = in_one_report(x, y);
    if (shorter < kShortWords) {
      if (!contained) return false;
      if (same) return true;
      // Words with a figure in them are no common phrase: "£50 a year too much" of two persons is one saying, given to both.
      if (!possible) return !together && shorter >= kFigureWords && has_figure(x.ids.size() < y.ids.size() ? x : y);
      const auto nobody = [&](const Form& form) { return quotes_[form.quotes[0]].speaker_key.empty(); };
      if (x.ids.size() == y.ids.size()) return shorter >= 4 && (!together || nobody(x) || nobody(y));
      // A headline's or a pull quote's words again.
      return together && nobody(x.ids.size() < y.ids.size() ? x : y);
    }
    if (!possible && shorter < kPersonWords) return false;
    if (together) return contained;  // who says nearly the same twice in one report says two things
    const double share = static_cast<double>(matches.size()) / static_cast<double>(shorter);
    const bool told_shorter = same && longest >= 3 && share >= kSameShareTold;  // "We deeply regret the conduct of staff"
    if (longest < 4 && matches.size() < 8 && !told_shorter) return false;
    return share >= (same ? kSameShare : possible ? kSameShareUnknown : kSameShareOther);
  }

  [[nodiscard]] bool has_figure(const Form& form) const {
    return std::any_of(form.ids.begin(), form.ids.end(), [&](std::uint32_t id) {
      const std::string& word = vocabulary_[id];
      return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    });
  }

  void cut() {
    // Quotations that follow each other in a report.
    std::set<std::pair<std::uint32_t, std::uint32_t>> following;
    for (std::uint32_t number = 0; number + 1 < quotes_.size(); ++number) {
      if (quotes_[number].report == quotes_[number + 1].report) following.emplace(form_of_[number], form_of_[number + 1]);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> queue;
    const auto add = [&](std::uint32_t form, std::uint32_t word) {
      auto& cuts = forms_[form].cuts;
      const auto place = std::lower_bound(cuts.begin(), cuts.end(), word);
      if (place != cuts.end() && *place == word) return;
      cuts.insert(place, word);
      queue.emplace_back(form, word);
    };
    for (const auto& [x, y] : following) {
      for (const Neighbour& left : neighbours_[x]) {
        const auto right = std::lower_bound(neighbours_[y].begin(), neighbours_[y].end(), left.form,
                                            [](const Neighbour& n, std::uint32_t form) { return n.form < form; });
        if (right == neighbours_[y].end() || right->form != left.form) continue;
        const std::uint32_t last = left.matches.back().second;
        const std::uint32_t next = right->matches.front().second;
        if (last >= next) continue;
        if (const auto word = joint(left.form, last, next); word && *word <= last + kJointSlack && *word + kJointSlack >= next)
          add(left.form, *word);
      }
    }
    // A cut goes through all that is aligned across it.
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const auto [form, word] = queue[at];
      for (const Neighbour& other : neighbours_[form]) {
        const auto after =
            std::lower_bound(other.matches.begin(), other.matches.end(), std::pair<std::uint32_t, std::uint32_t>(word, 0));
        if (after == other.matches.begin() || after == other.matches.end()) continue;
        if (const auto cut = joint(other.form, (after - 1)->second, after->second)) add(other.form, *cut);
      }
    }
  }

  /// The first word after `last` and not after `next` that begins a sentence.
  [[nodiscard]] std::optional<std::uint32_t> joint(std::uint32_t form, std::uint32_t last, std::uint32_t next) const {
    for (std::uint32_t word = last + 1; word <= next; ++word) {
      if (forms_[form].starts[word]) return word;
    }
    return std::nullopt;
  }

  [[nodiscard]] static std::uint32_t unit_at(const Form& form, std::uint32_t word) {
    return form.first_unit +
           static_cast<std::uint32_t>(std::upper_bound(form.cuts.begin(), form.cuts.end(), word) - form.cuts.begin());
  }

  [[nodiscard]] static Unit bounds(const Form& form, std::uint32_t unit) {
    const std::uint32_t k = unit - form.first_unit;
    return {0, k == 0 ? 0 : form.cuts[k - 1], k < form.cuts.size() ? form.cuts[k] : static_cast<std::uint32_t>(form.ids.size())};
  }

  std::vector<std::vector<Unit>> join() {
    std::uint32_t count = 0;
    for (Form& form : forms_) {
      form.first_unit = count;
      count += static_cast<std::uint32_t>(form.cuts.size()) + 1;
    }
    std::vector<std::uint32_t> parent(count);
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t u) {
      while (parent[u] != u) u = parent[u] = parent[parent[u]];
      return u;
    };
    for (std::uint32_t number = 0; number < forms_.size(); ++number) {
      for (const Neighbour& other : neighbours_[number]) {
        if (other.form < number) continue;
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared;
        for (const auto& [x, y] : other.matches) ++shared[{unit_at(forms_[number], x), unit_at(forms_[other.form], y)}];
        for (const auto& [pair, words] : shared) {
          const std::uint32_t shorter =
              std::min(bounds(forms_[number], pair.first).size(), bounds(forms_[other.form], pair.second).size());
          if (words * 10 < shorter * 6) continue;
          const std::uint32_t a = root(pair.first);
          const std::uint32_t b = root(pair.second);
          parent[std::max(a, b)] = std::min(a, b);
        }
      }
    }
    std::map<std::uint32_t, std::vector<Unit>> groups;
    for (std::uint32_t number = 0; number < quotes_.size(); ++number) {
      const Form& form = forms_[form_of_[number]];
      for (std::uint32_t unit = form.first_unit; unit <= form.first_unit + form.cuts.size(); ++unit) {
        Unit own = bounds(form, unit);
        own.quote = number;
        groups[root(unit)].push_back(own);
      }
    }
    std::vector<std::vector<Unit>> result;
    for (auto& [key, units] : groups) result.push_back(std::move(units));
    std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
      return std::pair(a.front().quote, a.front().begin) < std::pair(b.front().quote, b.front().begin);
    });
    return result;
  }

  const Names& names_;
  const std::vector<Quote>& quotes_;
  const std::vector<std::string>& vocabulary_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> form_of_;
  std::vector<std::vector<Neighbour>> neighbours_;
};

}  // namespace

QuoteGroups group_quotations(const Inputs& inputs, const Names& names) {
  QuoteGroups result;
  result.quotes = read_quotes(inputs, names, result.vocabulary);
  result.groups = Grouping(names, result).run();
  return result;
}

}  // namespace tetrapla::collate
