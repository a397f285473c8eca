#include "text/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace tetrapla::text {
namespace {

/// ICU's detector says how sure it is from 0 to 100. English prose of a few hundred bytes in windows-1252 gets 40 and more; bytes that are
/// merely broken stay below.
constexpr std::int32_t kLeastConfidence = 40;
/// Fewer high bytes than this are damage, not an encoding.
constexpr std::size_t kLeastHighBytes = 3;
/// The detector guesses at shorter texts.
constexpr std::size_t kLeastDetectable = 40;

constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80U; }

struct Utf8Survey {
  std::size_t invalid = 0;
  std::size_t first_invalid = 0;
  std::size_t characters = 0;  // valid ones of more than one byte
  bool cut = false;            // an invalid sequence that begins like a character of more bytes
};

/// Walks over `bytes` and gives each well-formed run and each maximal subpart of an ill-formed sequence.
template <typename Valid, typename Invalid>
void walk_utf8(std::string_view bytes, Valid valid, Invalid invalid) {
  const auto* s = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int32_t>(bytes.size());
  std::int32_t run = 0;
  for (std::int32_t at = 0; at < length;) {
    if (s[at] < 0x80U) {
      ++at;
      continue;
    }
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(s, at, length, c);  // past an ill-formed sequence it goes on after its maximal subpart
    if (c >= 0) continue;
    if (begin > run) valid(bytes.substr(static_cast<std::size_t>(run), static_cast<std::size_t>(begin - run)));
    invalid(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    run = at;
  }
  if (length > run) valid(bytes.substr(static_cast<std::size_t>(run)));
}

Utf8Survey survey(std::string_view bytes) {
  Utf8Survey result;
  walk_utf8(
      bytes,
      [&](std::string_view run) {
        result.characters += static_cast<std::size_t>(
            std::count_if(run.begin(), run.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC0U; }));
      },
      [&](std::size_t at, std::size_t length) {
        if (result.invalid++ == 0) result.first_invalid = at;
        result.cut = result.cut || length > 1;
      });
  return result;
}

std::string repaired(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  walk_utf8(
      bytes, [&](std::string_view run) { text += run; }, [&](std::size_t, std::size_t) { text += "\uFFFD"; });
  return text;
}

/// Signatures of formats that are no text, where they stand at the beginning.
bool has_binary_signature(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr std::array kSignatures = {"%PDF-"sv,
                                             "PK\x03\x04"sv,
                                             "\x1F\x8B"sv,
                                             "\x28\xB5\x2F\xFD"sv,
                                             "\x89PNG"sv,
                                             "\xFF\xD8\xFF"sv,
                                             "GIF8"sv,
                                             "\x7F"
                                             "ELF"sv,
                                             "BZh"sv,
                                             "\xFD"
                                             "7zXZ"sv,
                                             "{\\rtf"sv,
                                             "\xD0\xCF\x11\xE0"sv,
                                             "SQLite format 3\0"sv};
  return std::any_of(kSignatures.begin(), kSignatures.end(), [&](std::string_view s) { return bytes.starts_with(s); });
}

/// More than one byte in 200 that no text has.
bool is_binary(std::string_view text) {
  const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7FU ||
           (byte < 0x20U && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v' && byte != 0x1BU);
  });
  return static_cast<std::size_t>(controls) * 200 > text.size();
}

/// UTF-16 of mostly Latin text has a NUL at every other byte.
std::optional<std::string> utf16_by_nuls(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < bytes.size(); ++i) nuls[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  const std::size_t units = bytes.size() / 2;
  if (nuls[1] * 10 >= units * 4 && nuls[0] * 20 <= units) return "UTF-16LE";
  if (nuls[0] * 10 >= units * 4 && nuls[1] * 20 <= units) return "UTF-16BE";
  return std::nullopt;
}

struct Converter {
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> handle;
};

std::optional<Converter> open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* handle = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status) != 0) return std::nullopt;
  return Converter{std::unique_ptr<UConverter, Converter::Close>(handle)};
}

void append_utf8(std::string& text, UChar32 c) {
  std::array<std::uint8_t, U8_MAX_LENGTH> buffer{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer.data(), length, c);
  text.append(reinterpret_cast<const char*>(buffer.data()), length);
}

/// Converts from `name`. Ill-formed input becomes U+FFFD.
std::optional<Decoded> from_encoding(std::string_view bytes, const std::string& name) {
  const auto converter = open_converter(name);
  if (!converter) return std::nullopt;
  Decoded result;
  result.encoding = name;
  const char* source = bytes.data();
  const char* end = source + bytes.size();
  while (source < end) {
    const char* at = source;
    UErrorCode status = U_ZERO_ERROR;
    UChar32 c = ucnv_getNextUChar(converter->handle.get(), &source, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    if (source == at) source = end;  // no progress: cannot happen, and must not hang
    if (U_FAILURE(status) != 0) c = 0xFFFD;
    if (c < 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
    if (c == 0xFFFD && result.invalid++ == 0) result.first_invalid = static_cast<std::size_t>(at - bytes.data());
    append_utf8(result.text, c);
  }
  if (result.text.starts_with("\uFEFF")) result.text.erase(0, 3);
  return result;
}

std::optional<std::string> detect(std::string_view bytes) {
  constexpr std::size_t kEnough = 1U << 16U;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  if (U_FAILURE(status) != 0) return std::nullopt;
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(std::min(bytes.size(), kEnough)), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) != 0 || match == nullptr) return std::nullopt;
  const std::int32_t confidence = ucsdet_getConfidence(match, &status);
  std::string name = ucsdet_getName(match, &status);
  if (U_FAILURE(status) != 0 || confidence < kLeastConfidence || name.starts_with("UTF-")) return std::nullopt;
  if (name == "ISO-8859-1") name = "windows-1252";  // as browsers read it (WHATWG Encoding, section 4.2)
  return name;
}

Decoded as_utf8(std::string_view bytes, const Utf8Survey& facts, std::size_t skipped) {
  Decoded result;
  result.encoding = "UTF-8";
  result.invalid = facts.invalid;
  result.first_invalid = facts.invalid == 0 ? 0 : facts.first_invalid + skipped;
  result.text = facts.invalid == 0 ? std::string(bytes) : repaired(bytes);
  result.binary = is_binary(result.text);
  return result;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
  using namespace std::string_view_literals;
  if (has_binary_signature(bytes)) {
    Decoded result = as_utf8(bytes, survey(bytes), 0);
    result.binary = true;
    return result;
  }
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return as_utf8(bytes.substr(3), survey(bytes.substr(3)), 3);
  struct Mark {
    std::string_view bytes;
    const char* encoding;
  };
  for (const Mark& mark : {Mark{"\xFF\xFE\0\0"sv, "UTF-32LE"}, Mark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, Mark{"\xFF\xFE"sv, "UTF-16LE"},
                           Mark{"\xFE\xFF"sv, "UTF-16BE"}}) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (auto result = from_encoding(bytes.substr(mark.bytes.size()), mark.encoding)) {
      if (result->invalid > 0) result->first_invalid += mark.bytes.size();
      result->binary = is_binary(result->text);
      return *std::move(result);
    }
  }
  if (const auto name = utf16_by_nuls(bytes)) {
    if (auto result = from_encoding(bytes, *name); result && result->invalid == 0) {
      result->binary = is_binary(result->text);
      return *std::move(result);
    }
  }
  const Utf8Survey facts = survey(bytes);
  if (facts.invalid == 0) return as_utf8(bytes, facts, 0);
  if (!declared.empty()) {
    if (auto result = from_encoding(bytes, std::string(declared))) {
      result->binary = is_binary(result->text);
      return *std::move(result);
    }
  }
  const auto high = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
  const bool broken_utf8 =
      facts.cut || facts.characters * 4 > facts.invalid || high < kLeastHighBytes || bytes.size() < kLeastDetectable;
  if (!broken_utf8 && !is_binary(bytes)) {
    if (const auto name = detect(bytes)) {
      if (auto result = from_encoding(bytes, *name); result && result->invalid == 0) return *std::move(result);
    }
  }
  return as_utf8(bytes, facts, 0);
}

}  // namespace tetrapla::text
