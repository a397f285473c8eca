#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace tetrapla::cli {
namespace {

constexpr unsigned kUsualColumns = 100;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing here sets the environment
  return value == nullptr ? "" : value;
}

}  // namespace

bool wants_color(const std::string& choice, bool to_file) {
  if (choice != "auto") return choice == "always";
  return !to_file && isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb" && environment("NO_COLOR").empty();
}

unsigned columns_of(int file) {
  winsize size{};
  return ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsualColumns;
}

unsigned columns_of_output(bool to_file) { return to_file ? kUsualColumns : columns_of(STDOUT_FILENO); }

}  // namespace tetrapla::cli
