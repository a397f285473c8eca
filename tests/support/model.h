// The language model, for tests and fuzzers whose subject needs it. `./dev test` gets it.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "tetrapla/language.h"

namespace tetrapla::test {

/// Opened once. Where it is missing the program ends with the message that says how to get it: nothing here can be tested without.
inline const EnglishModel& model() {
  static const Result<EnglishModel> opened = EnglishModel::find();
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().message.c_str());
    std::exit(1);
  }
  return *opened;
}

/// An analyser of this thread's own.
inline EnglishAnalyser& analyser() {
  thread_local EnglishAnalyser own(model());
  return own;
}

}  // namespace tetrapla::test
