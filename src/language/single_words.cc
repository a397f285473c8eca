#include "language/single_words.h"

#include "language/is_one_of.h"
#include "language/known_aliases.h"
#include "language/lexicon.h"

namespace tetrapla::language {

void add_company(const Annotation& a, const Mention& mention, Company& company) {
  const Sentence& sentence = a.sentences[a.tokens[mention.tokens.begin].sentence];
  const auto word = [&](std::int64_t t) -> std::string_view {
    if (t < sentence.tokens.begin || t >= sentence.tokens.end) return {};
    return a.tokens[static_cast<std::size_t>(t)].lower;
  };
  const std::int64_t b = mention.tokens.begin;
  const std::int64_t e = mention.tokens.end;
  static constexpr std::string_view kSettlements[] = {
      "town",  "city",     "village", "villages", "towns", "cities", "province",   "region",    "island",
      "port",  "district", "capital", "county",   "state", "suburb", "resort",     "peninsula", "outskirts",
      "coast", "south",    "north",   "east",     "west",  "people", "government", "republic"};
  const auto settlement = [&](std::string_view w) {
    return std::find(std::begin(kSettlements), std::end(kSettlements), w) != std::end(kSettlements);
  };
  std::string_view before = word(b - 1);
  std::int64_t at = b - 1;
  // "Zainabieh and Koohi", "from X to Y": what holds for the first holds for the second
  if (before == "and" || before == "or") {
    const std::string_view over = word(b - 3);
    if (is_one_of(over, {"in", "of", "near", "between", "villages", "towns", "cities"})) {
      at = b - 3;
      before = over;
    }
  }
  if (before == "of" && settlement(word(at - 1))) {
    company.place += 3;
  } else if (is_one_of(before, {"villages", "towns", "cities", "town", "village", "city", "outside", "near", "around"})) {
    company.place += 2;
  } else if (is_one_of(before, {"in", "from", "across", "throughout"})) {
    company.place += 1;
  }
  // "Augusta, Ga."
  if (word(e) == "," && e + 1 < sentence.tokens.end) {
    const std::string_view state = name_behind(a.text_of(a.tokens[static_cast<std::size_t>(e + 1)]));
    if (!state.empty() && lexicon().sure_place(Lexicon::fold_name(state))) company.place += 3;
  }
  const auto vessel = [](std::string_view w) {
    return is_one_of(w, {"ferry",      "barge",      "ship",      "vessel",    "boat",      "tanker", "yacht",
                         "frigate",    "trawler",    "destroyer", "submarine", "freighter", "liner",  "cruiser",
                         "icebreaker", "spacecraft", "rocket",    "missile",   "missiles",  "drone",  "drones"});
  };
  if (vessel(before) || (mention.after_the && word(b - 2) == "," && vessel(word(b - 3)))) company.vessel += 3;
  const std::string_view after = word(e);
  if (is_one_of(after, {"missile", "missiles", "drone", "drones", "rocket", "rockets", "rifle", "rifles"})) company.vessel += 2;
  if (is_one_of(after, {"island", "islands", "province", "region", "village", "town", "city", "district", "county", "oblast",
                        "port", "area"}))
    company.place += 3;
  if (after == "," && is_one_of(word(e + 1), {"a", "the", "an", "one"})) {
    for (std::int64_t t = e + 2; t < e + 6 && word(t) != ","; ++t) {
      if (settlement(word(t))) {
        company.place += 3;
        break;
      }
    }
  }
  if (!mention.role.empty()) company.person += lexicon().title(mention.role) == "honorific" ? 5 : 2;
  if (is_one_of(after, {"said", "says", "told", "added", "recalled", "explained", "insisted", "replied", "wrote", "admitted"})) {
    ++company.person;
    ++company.organisation;
  }
  if (after == "," && word(e + 1).size() == 2 && word(e + 1)[0] >= '1' && word(e + 1)[0] <= '9' && word(e + 2) == ",")
    company.person += 4;
  if (is_one_of(after, {"who", "administration", "himself", "herself"})) company.person += 2;
  if (is_one_of(after, {"wants",   "called", "calls",   "met",       "believes", "thinks",  "demanded", "refused", "promised",
                        "insists", "warned", "vowed",   "claims",    "spoke",    "visited", "ordered",  "signed",  "arrived",
                        "died",    "smiled", "laughed", "testified", "resigned", "sought",  "praised",  "accused"})) {
    ++company.person;
  }
  if (after == "'s") {
    const std::string_view owned = word(e + 1);
    if (is_one_of(owned, {"chairman", "shares", "spokesman", "spokeswoman", "chief", "director", "board", "ceo", "customers",
                          "website", "engineers"}))
      company.organisation += 3;
    if (is_one_of(owned, {"father", "mother", "wife", "husband", "son", "daughter", "brother", "sister", "agent", "lawyer",
                          "career", "death", "body", "family", "home"}))
      company.person += 2;
    if (is_one_of(owned, {"capital", "government", "coast", "parliament", "army", "border", "economy", "president"}))
      company.place += 2;
  }
  if (is_one_of(after, {"shares", "spokesman", "spokeswoman", "officials", "executives", "engineer", "engineers", "inc", "ltd",
                        "reported", "reports"}))
    company.organisation += 2;
  if (is_one_of(before, {"company", "firm", "maker", "at", "newspaper", "agency", "supplier", "network", "carrier", "retailer",
                         "bank", "brand"}))
    company.organisation += before == "at" ? 1 : 3;
  // "Dalva (parliament)", "the parliament, the Dalva"
  const auto body = [](std::string_view w) {
    return lexicon().name_word(w, "last") == "ORG" || lexicon().name_word(w, "head") == "ORG";
  };
  if ((after == "(" && word(e + 2) == ")" && body(word(e + 1))) || (mention.after_the && word(b - 2) == "," && body(word(b - 3))))
    company.organisation += 3;
  if (mention.after_the) {
    ++company.organisation;
    ++company.article;
  }
  if (before == "a" || before == "an") ++company.thing;
  if (is_one_of(after, {"award", "awards", "prize", "nominee", "nominees", "nomination", "nominations", "winner", "ceremony"}))
    company.thing += 2;
}

bool is_told(const Company& company, std::string_view key, std::string_view label) {
  if (!lexicon().known(key).empty()) return true;
  constexpr int kEnough = 2;  // "Brodal said" twice, "shares", "the maker Brodal"
  if (label == "PERSON") return company.person > 0;
  if (label == "ORG") return company.organisation - company.article >= kEnough || key.find('.') != std::string_view::npos;
  return company.place + company.vessel > 0;
}

std::string label_of(const Company& company, std::string_view key, std::uint32_t capitals, bool common) {
  const Lexicon& lex = lexicon();
  const std::string_view known = lex.known(key);
  const bool given = !lex.given_name(key).empty();
  if (!known.empty() && !lex.weak_place(key)) return std::string(known);
  if (company.vessel > company.place && company.vessel > company.person) return "PRODUCT";
  if (company.place > company.person && company.place >= company.organisation && (!common || company.place > 2 || !known.empty())) {
    return company.place > 1 || !known.empty() || !given ? "GPE" : "PERSON";
  }
  if (company.person > company.organisation) return "PERSON";
  if (given && company.thing > 0) return "";
  if (given && company.organisation < 3) return common && capitals < 2 ? "" : "PERSON";
  if (!known.empty() && (company.place > 0 || !common)) return std::string(known);
  if (common && capitals < 2) return "";
  return !common && lex.surname(key) && company.organisation <= company.person ? "PERSON" : "ORG";
}

}  // namespace tetrapla::language
