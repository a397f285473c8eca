#include "english/tokenizer_exceptions.h"

#include <algorithm>
#include <bit>

#include "english/lexemes_hash.h"

namespace tetrapla::english {
namespace {

constexpr const char* kSlots = "tokenizer/exceptions";
constexpr const char* kChunks = "tokenizer/exception_chunks";
constexpr const char* kFirst = "tokenizer/exception_first";
constexpr const char* kTexts = "tokenizer/exception_texts";
constexpr const char* kNorms = "tokenizer/exception_norms";

}  // namespace

Exceptions::Exceptions(const ModelFile& file)
    : slots_(file.section<std::uint32_t>(kSlots)),
      first_(file.section<std::uint32_t>(kFirst)),
      chunks_(file, kChunks),
      texts_(file, kTexts),
      norms_(file, kNorms) {
  for (std::size_t i = 0; i < chunks_.size(); ++i) longest_ = std::max(longest_, chunks_[i].size());
}

std::string Exceptions::fault(const ModelFile& file) {
  const Exceptions read(file);
  const auto in_list = [&](std::uint32_t slot) { return slot <= read.chunks_.size(); };
  bool sound = std::has_single_bit(read.slots_.size()) && std::ranges::find(read.slots_, 0U) != read.slots_.end() &&
               std::ranges::all_of(read.slots_, in_list) && read.size() > 0 && read.first_.size() == read.size() + 1 &&
               std::ranges::is_sorted(read.first_) && read.texts_.size() == read.norms_.size() &&
               read.first_.back() == read.texts_.size();
  for (std::size_t i = 0; sound && i < read.size(); ++i) {
    std::string joined;
    for (std::size_t token = read.tokens(i).begin; token < read.tokens(i).end; ++token) {
      joined += read.text(token);
      sound = sound && !read.text(token).empty();
    }
    sound = sound && !joined.empty() && joined == read.chunk(i);
  }
  return sound ? "" : "its list of exceptions is damaged";
}

std::optional<std::size_t> Exceptions::find(std::string_view chunk) const {
  if (chunk.empty() || chunk.size() > longest_) return std::nullopt;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash_of(chunk) & mask; slots_[at] != 0; at = (at + 1) & mask) {
    if (chunks_[slots_[at] - 1] == chunk) return slots_[at] - 1;
  }
  return std::nullopt;
}

void add_exceptions(ModelWriter& writer, const std::vector<Exception>& exceptions) {
  std::vector<std::uint32_t> slots(std::bit_ceil(exceptions.size() * 4 + 1));
  std::vector<std::uint32_t> first{0};
  std::vector<std::string> chunks;
  std::vector<std::string> texts;
  std::vector<std::string> norms;
  for (const Exception& exception : exceptions) {
    chunks.push_back(exception.chunk);
    for (const Exception::Token& token : exception.tokens) {
      texts.push_back(token.text);
      norms.push_back(token.norm);
    }
    first.push_back(static_cast<std::uint32_t>(texts.size()));
    std::size_t at = hash_of(exception.chunk) & (slots.size() - 1);
    while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = static_cast<std::uint32_t>(chunks.size());
  }
  writer.add(kSlots, slots);
  writer.add(kFirst, first);
  add_strings(writer, kChunks, chunks);
  add_strings(writer, kTexts, texts);
  add_strings(writer, kNorms, norms);
}

}  // namespace tetrapla::english
