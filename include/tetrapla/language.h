// English text → tokens, tags, lemmas, dependency trees, sentences, entities: the weights of spaCy's en_core_web_md 3.8 run in C++,
// with the same answers. No Python, nothing parsed at start: the model is one file, mapped into memory.
//
//   auto model = tetrapla::EnglishModel::open("en-md.model");        // Result: says what is wrong with a missing or damaged file
//   tetrapla::EnglishAnalyser analyser(*model);                      // one for each thread; it keeps what it has learnt of words
//   const auto document = analyser.analyse("Ana Prado leads the port.");
//   for (const auto& token : document.tokens)
//     std::cout << slice(document.text, token.span) << ' ' << name_of(token.dep) << ' ' << document.lemma(token) << '\n';
//
// docs/language.md is a longer introduction. Label schemes: Universal Dependencies' parts of speech, the Penn Treebank's tags, ClearNLP's
// dependency labels, OntoNotes 5's entity labels (https://spacy.io/models/en has the tables).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tetrapla/result.h"
#include "tetrapla/span.h"

namespace tetrapla {

/// Universal part of speech. kNone: the model gives none.
enum class Pos : std::uint8_t {
  kNone,
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
  kSpace
};

/// Penn Treebank tag, in the order of the model's own list. kNone never comes out of the model.
enum class Tag : std::uint8_t {
  kNone,
  kDollar,
  kClosingQuote,
  kComma,
  kOpeningBracket,
  kClosingBracket,
  kPeriod,
  kColon,
  kAdd,
  kAfx,
  kCc,
  kCd,
  kDt,
  kEx,
  kFw,
  kHyph,
  kIn,
  kJj,
  kJjr,
  kJjs,
  kLs,
  kMd,
  kNfp,
  kNn,
  kNnp,
  kNnps,
  kNns,
  kPdt,
  kPos,
  kPrp,
  kPrpPossessive,
  kRb,
  kRbr,
  kRbs,
  kRp,
  kSym,
  kTo,
  kUh,
  kVb,
  kVbd,
  kVbg,
  kVbn,
  kVbp,
  kVbz,
  kWdt,
  kWp,
  kWpPossessive,
  kWrb,
  kXx,
  kSpace,
  kOpeningQuote
};

/// Dependency label, ClearNLP's scheme. kNone never comes out of the model.
enum class Dep : std::uint8_t {
  kNone,
  kRoot,
  kAcl,
  kAcomp,
  kAdvcl,
  kAdvmod,
  kAgent,
  kAmod,
  kAppos,
  kAttr,
  kAux,
  kAuxpass,
  kCase,
  kCc,
  kCcomp,
  kCompound,
  kConj,
  kCsubj,
  kCsubjpass,
  kDative,
  kDep,
  kDet,
  kDobj,
  kExpl,
  kIntj,
  kMark,
  kMeta,
  kNeg,
  kNmod,
  kNpadvmod,
  kNsubj,
  kNsubjpass,
  kNummod,
  kOprd,
  kParataxis,
  kPcomp,
  kPobj,
  kPoss,
  kPreconj,
  kPredet,
  kPrep,
  kPrt,
  kPunct,
  kQuantmod,
  kRelcl,
  kXcomp
};

/// OntoNotes 5 entity label.
enum class EntityLabel : std::uint8_t {
  kNone,
  kCardinal,
  kDate,
  kEvent,
  kFac,
  kGpe,
  kLanguage,
  kLaw,
  kLoc,
  kMoney,
  kNorp,
  kOrdinal,
  kOrg,
  kPercent,
  kPerson,
  kProduct,
  kQuantity,
  kTime,
  kWorkOfArt
};

/// The scheme's own spelling: "PROPN", "PRP$", "nsubj" ("ROOT" for a root), "WORK_OF_ART"; "" for kNone. Of static storage.
[[nodiscard]] std::string_view name_of(Pos pos);
[[nodiscard]] std::string_view name_of(Tag tag);
[[nodiscard]] std::string_view name_of(Dep dep);
[[nodiscard]] std::string_view name_of(EntityLabel label);

/// A word, a number, a mark, or a run of white space other than one blank between words (spaCy keeps those as tokens: Tag::kSpace).
struct EnglishToken {
  Span span;               ///< bytes of the document's text; tokens and the single blanks after them cover the text without a gap
  std::uint32_t head = 0;  ///< index of the token this one depends on; its own for a root. Always in the same sentence
  Span lemma;              ///< in EnglishDocument::lemmas; read it with EnglishDocument::lemma
  Pos pos = Pos::kNone;
  Tag tag = Tag::kNone;
  Dep dep = Dep::kNone;
  std::uint8_t morph = 0;    ///< index into EnglishModel::morphologies
  bool space_after = false;  ///< one ' ' follows
  bool starts_sentence = false;
  [[nodiscard]] bool is_space() const { return pos == Pos::kSpace; }
};

/// Half-open run of tokens.
struct EnglishSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const EnglishSpan&, const EnglishSpan&) = default;
};

/// A named thing. Entities are disjoint, in text order, and never cross a sentence's start.
struct EnglishEntity {
  EnglishSpan tokens;
  EntityLabel label = EntityLabel::kNone;
};

/// What the model says of one text. Owns everything but the text, which must outlive it.
struct EnglishDocument {
  std::string_view text;
  std::vector<EnglishToken> tokens;
  std::vector<EnglishSpan> sentences;  ///< they cover the tokens without a gap
  std::vector<EnglishEntity> entities;
  std::string lemmas;  ///< the lemmas' pool

  [[nodiscard]] std::string_view text_of(const EnglishToken& token) const { return slice(text, token.span); }
  [[nodiscard]] std::string_view lemma(const EnglishToken& token) const { return slice(lemmas, token.lemma); }
  /// From the first to the last character of a run of tokens; empty for an empty run.
  [[nodiscard]] Span span_of(EnglishSpan run) const {
    return run.begin >= run.end ? Span{} : Span{tokens[run.begin].span.begin, tokens[run.end - 1].span.end};
  }
};

/// The model: an immutable file in memory, shared by all copies of this handle. Safe from many threads at once.
class EnglishModel {
 public:
  /// Maps a model file that `./dev setup` has made. Checks its version and its checksum (one pass over the file, some 10 ms where it
  /// is in the system's cache); the error names the file, what is wrong with it and what to run.
  [[nodiscard]] static Result<EnglishModel> open(const std::filesystem::path& file);

  /// Opens the model that belongs to this program: the file named by the environment variable TETRAPLA_MODEL, else `en-md.model` in the
  /// first of these that has it: the folder of the running program, `../share/tetrapla` beside that folder, the folder it was built for.
  [[nodiscard]] static Result<EnglishModel> find();

  /// What it was made from: "en_core_web_md 3.8.0".
  [[nodiscard]] std::string_view name() const;
  /// SHA-256 of the model's content, 64 lower-case hexadecimal digits: the same on every machine that converted the same source.
  [[nodiscard]] std::string_view sha256() const;
  /// Universal features by EnglishToken::morph: "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "" for none.
  [[nodiscard]] const std::vector<std::string>& morphologies() const;

  struct Parts;  // english/parts.h
  [[nodiscard]] const Parts& parts() const { return *parts_; }

 private:
  explicit EnglishModel(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

/// Runs the model over texts, one after another. Keeps what it has computed for words already seen, within a fixed bound (some 80 MB), so
/// one that lives long is fast. What it answers for a text depends on nothing but the text. Not for two threads at once; make one a thread.
class EnglishAnalyser {
 public:
  explicit EnglishAnalyser(EnglishModel model);
  ~EnglishAnalyser();
  EnglishAnalyser(EnglishAnalyser&&) noexcept;
  EnglishAnalyser& operator=(EnglishAnalyser&&) noexcept;

  /// Total: any UTF-8 gives a document (bytes that are no UTF-8 count as U+FFFD). Linear in the text. At most 4 GB of text.
  /// A text of more than some 30,000 tokens is worked in windows that meet at sentence starts.
  [[nodiscard]] EnglishDocument analyse(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tetrapla
