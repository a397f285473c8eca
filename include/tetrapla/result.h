// What a function returns that can fail. Only input and output can: analysis is total (ARCHITECTURE.md).
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace tetrapla {

/// Why something could not be done: one sentence that names the file and the place, fit to be shown to a user.
struct Error {
  std::string message;
};

/// A T, or the Error that stood in its way. Reading the wrong one is a programming error (std::bad_variant_access).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor): `return value;`
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor): `return Error{…};`

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

/// For functions that give nothing back but may fail.
struct Done {};
using Status = Result<Done>;

}  // namespace tetrapla
