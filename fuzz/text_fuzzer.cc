// Any bytes decode to valid UTF-8; paragraphs are in order; offsets round-trip; the reading maps back into the text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/decode.h"
#include "text/offset_map.h"
#include "text/paragraphs.h"
#include "text/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tetrapla;
  const text::Decoded decoded = text::decode({reinterpret_cast<const char*>(data), size});
  const std::string& text = decoded.text;
  const text::OffsetMap map(text);
  std::uint32_t at = 0;
  const auto paragraphs = text::find_paragraphs(text);
  for (const Span paragraph : paragraphs) {
    if (paragraph.begin < at || paragraph.empty() || paragraph.end > text.size()) std::abort();
    if (map.from_code_points(map.to_code_points(paragraph)) != paragraph) std::abort();
    if (map.byte_of_utf16(map.utf16(paragraph.begin)) != paragraph.begin) std::abort();
    at = paragraph.end;
  }
  const text::Reading reading(text, paragraphs, {});
  for (const Span paragraph : reading.paragraphs()) {
    if (reading.to_source(paragraph).empty()) std::abort();
  }
  return 0;
}
