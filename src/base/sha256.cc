#include "base/sha256.h"

#include <openssl/sha.h>

#include <array>

namespace tetrapla::base {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  result.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    result += kDigits[byte >> 4U];
    result += kDigits[byte & 15U];
  }
  return result;
}

}  // namespace tetrapla::base
