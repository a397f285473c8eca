// SHA-256 by OpenSSL's libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace tetrapla::base {

/// The digest of `bytes` as 64 lower-case hexadecimal digits (FIPS 180-4).
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace tetrapla::base
