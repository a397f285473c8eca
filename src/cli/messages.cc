#include "cli/messages.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace tetrapla::cli {

void complain(std::string_view message) {
  std::string line = fmt::format("tetrapla: {}", message);
  for (char& c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\n') || byte == 0x7F) c = '?';
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void name_skipped(const std::vector<Diagnostic>& skipped) {
  for (const Diagnostic& diagnostic : skipped) complain(fmt::format("skipped {}: {}", diagnostic.report, diagnostic.message));
}

void name_notes(const std::vector<Diagnostic>& notes) {
  for (const Diagnostic& note : notes) complain(fmt::format("{}: {}", note.report, note.message));
}

}  // namespace tetrapla::cli
