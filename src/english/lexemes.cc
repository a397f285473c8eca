#include "english/lexemes.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory_resource>
#include <span>
#include <string>

#include "english/lexemes_hash.h"
#include "english/lexemes_norms.h"
#include "english/strings.h"
#include "english/unicode.h"

namespace tetrapla::english {
namespace {

constexpr std::size_t kLongWord = 100;        // code points; the shape of such a word is "LONG"
constexpr std::size_t kShapeRun = 4;          // a run of one sign is cut after so many
constexpr std::size_t kSuffixLength = 3;      // code points
constexpr std::size_t kFirstCapacity = 4096;  // slots, a power of two

char32_t shape_of(char32_t c) {
  if (is_alpha(c)) return is_upper(c) ? U'X' : U'x';
  return is_digit(c) ? U'd' : c;
}

/// "Abu-Dhabi24" → "Xxx-Xxxxxdd".
std::string word_shape(std::string_view text) {
  if (text.size() >= kLongWord && count_code_points(text) >= kLongWord) return "LONG";
  std::string out;
  char32_t last = 0;
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const char32_t sign = shape_of(c.value);
    run = at > 0 && sign == last ? run + 1 : 1;
    last = sign;
    if (run <= kShapeRun) append_utf8(out, sign);
    at += c.bytes;
  }
  return out;
}

std::string_view last_characters(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  for (; count > 0 && begin > 0; --count) begin -= decode_before(text, begin).bytes;
  return text.substr(begin);
}

bool all_of(std::string_view text, bool (*is)(char32_t)) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (!is(c.value)) return false;
    at += c.bytes;
  }
  return !text.empty();
}

}  // namespace

/// An open-addressed table of the words, which are kept in one arena.
struct Lexemes::Index {
  /// The word's number plus one (0: free) with the upper half of its hash, so that few strings are compared in vain.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t lexeme = 0;
  };

  explicit Index(const ModelFile& file) : norms(file) {}

  static std::uint64_t key_hash(std::string_view text, std::string_view norm) {
    return norm.empty() ? hash_of(text) : std::rotl(hash_of(text), 1) ^ hash_of(norm);
  }

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    bytes += text.size();
    char* copy = static_cast<char*>(arena.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  void grow() {
    std::vector<Slot> old(std::max(kFirstCapacity, slots.size() * 2));
    std::swap(old, slots);
    for (std::size_t id = 0; id < hashes.size(); ++id) insert(hashes[id], static_cast<LexemeId>(id));
  }

  void insert(std::uint64_t hash, LexemeId id) {
    std::size_t at = hash & (slots.size() - 1);
    while (slots[at].lexeme != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = {static_cast<std::uint32_t>(hash >> 32U), id + 1};
  }

  NormTable norms;
  std::pmr::monotonic_buffer_resource arena{1U << 16U};
  std::size_t bytes = 0;  // in the arena
  std::vector<Slot> slots = std::vector<Slot>(kFirstCapacity);
  std::vector<std::uint64_t> hashes;          // by LexemeId
  std::vector<std::string_view> given_norms;  // by LexemeId: those of exceptions, else ""
};

Lexemes::Lexemes(const ModelFile& file) : index_(std::make_unique<Index>(file)) {}
Lexemes::~Lexemes() = default;

std::string Lexemes::fault(const ModelFile& file) { return NormTable::fault(file); }

LexemeId Lexemes::intern(std::string_view text, std::string_view norm) {
  Index& index = *index_;
  const std::uint64_t hash = Index::key_hash(text, norm);
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  const std::size_t mask = index.slots.size() - 1;
  for (std::size_t at = hash & mask; index.slots[at].lexeme != 0; at = (at + 1) & mask) {
    const LexemeId id = index.slots[at].lexeme - 1;
    if (index.slots[at].hash == tag && lexemes_[id].text == text && index.given_norms[id] == norm) return id;
  }
  if (!is_well_formed(text)) return intern(to_well_formed(text, nullptr), norm);

  Lexeme word;
  word.text = index.keep(text);
  const std::string lower = to_lower(text);
  word.lower = lower == text ? word.text : index.keep(lower);
  word.orth = string_id(text);
  if (norm.empty()) {
    const std::uint64_t listed = index.norms.find(word.orth);
    word.norm = listed != 0 ? listed : string_id(lower);
  } else {
    word.norm = string_id(norm);
  }
  word.prefix = text.empty() ? 0 : string_id(text.substr(0, decode(text, 0).bytes));
  word.suffix = string_id(last_characters(text, kSuffixLength));
  word.shape = string_id(word_shape(text));
  word.is_space = all_of(text, is_space);
  word.is_lower_alpha = all_of(lower, is_alpha);

  const auto id = static_cast<LexemeId>(lexemes_.size());
  lexemes_.push_back(word);
  index.hashes.push_back(hash);
  index.given_norms.push_back(index.keep(norm));
  if (lexemes_.size() * 2 > index.slots.size()) {
    index.grow();
  } else {
    index.insert(hash, id);
  }
  return id;
}

void Lexemes::clear() {
  lexemes_.clear();
  index_->hashes.clear();
  index_->given_norms.clear();
  index_->slots.assign(kFirstCapacity, {});
  index_->arena.release();
  index_->bytes = 0;
}

std::size_t Lexemes::bytes() const { return index_->bytes; }

}  // namespace tetrapla::english
