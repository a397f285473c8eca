// The spelling of the label schemes, in the order of the enumerations of tetrapla/language.h.
#include <array>
#include <cstddef>

#include "tetrapla/language.h"

namespace tetrapla {
namespace {

constexpr std::array<std::string_view, 19> kPosNames = {"",      "ADJ",  "ADP",  "ADV",  "AUX",  "CCONJ", "DET",
                                                        "INTJ",  "NOUN", "NUM",  "PART", "PRON", "PROPN", "PUNCT",
                                                        "SCONJ", "SYM",  "VERB", "X",    "SPACE"};
constexpr std::array<std::string_view, 51> kTagNames = {
    "",   "$",   "''",  ",",  "-LRB-", "-RRB-", ".",   ":",   "ADD",  "AFX", "CC",  "CD",  "DT",  "EX",   "FW", "HYPH", "IN",
    "JJ", "JJR", "JJS", "LS", "MD",    "NFP",   "NN",  "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR",  "RBS",
    "RP", "SYM", "TO",  "UH", "VB",    "VBD",   "VBG", "VBN", "VBP",  "VBZ", "WDT", "WP",  "WP$", "WRB",  "XX", "_SP",  "``"};
constexpr std::array<std::string_view, 46> kDepNames = {
    "",     "ROOT", "acl",     "acomp",    "advcl", "advmod",   "agent",     "amod",      "appos",  "attr", "aux",       "auxpass",
    "case", "cc",   "ccomp",   "compound", "conj",  "csubj",    "csubjpass", "dative",    "dep",    "det",  "dobj",      "expl",
    "intj", "mark", "meta",    "neg",      "nmod",  "npadvmod", "nsubj",     "nsubjpass", "nummod", "oprd", "parataxis", "pcomp",
    "pobj", "poss", "preconj", "predet",   "prep",  "prt",      "punct",     "quantmod",  "relcl",  "xcomp"};
constexpr std::array<std::string_view, 19> kEntityNames = {
    "",     "CARDINAL", "DATE", "EVENT",   "FAC",    "GPE",     "LANGUAGE", "LAW",  "LOC",        "MONEY",
    "NORP", "ORDINAL",  "ORG",  "PERCENT", "PERSON", "PRODUCT", "QUANTITY", "TIME", "WORK_OF_ART"};

static_assert(kPosNames.size() == static_cast<std::size_t>(Pos::kSpace) + 1);
static_assert(kTagNames.size() == static_cast<std::size_t>(Tag::kOpeningQuote) + 1);
static_assert(kDepNames.size() == static_cast<std::size_t>(Dep::kXcomp) + 1);
static_assert(kEntityNames.size() == static_cast<std::size_t>(EntityLabel::kWorkOfArt) + 1);

}  // namespace

std::string_view name_of(Pos pos) { return kPosNames[static_cast<std::size_t>(pos)]; }
std::string_view name_of(Tag tag) { return kTagNames[static_cast<std::size_t>(tag)]; }
std::string_view name_of(Dep dep) { return kDepNames[static_cast<std::size_t>(dep)]; }
std::string_view name_of(EntityLabel label) { return kEntityNames[static_cast<std::size_t>(label)]; }

}  // namespace tetrapla
