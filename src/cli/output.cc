#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/signals.h"

namespace tetrapla::cli {
namespace {

namespace fs = std::filesystem;

Error failure(const std::string& path, int code) {
  return Error{fmt::format("cannot write {}: {}", path, std::generic_category().message(code))};
}

// 0, or errno.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

bool is_special(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

// The file that a path leads to at last.
fs::path target_of(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  return error ? fs::path(path) : real;
}

fs::path folder_of(const fs::path& target) { return target.has_parent_path() ? target.parent_path() : fs::path("."); }

// A new file in the target's folder, removed where a signal comes.
int open_beside(const fs::path& target, fs::path& made, std::optional<RemovedOnSignal>& removal) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    made = folder_of(target) / fmt::format(".{}.{}-{}.tmp", target.filename().string(), ::getpid(), attempt);
    if (fs::exists(made)) continue;
    removal.emplace(made);  // first: no moment at which a signal would leave the file
    const int file = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0) return file;
    const int code = errno;
    removal.reset();
    errno = code;
    if (code != EEXIST) return -1;
  }
  return -1;
}

void sync_folder(const fs::path& folder) {  // best effort: the file itself is on disk
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

Status check_output(const std::string& path) {
  if (path.empty() || is_special(path)) return Done{};
  const fs::path target = target_of(path);
  std::error_code error;
  if (fs::is_directory(target, error)) return failure(path, EISDIR);
  if (::access(folder_of(target).c_str(), W_OK | X_OK) != 0) return failure(path, errno);
  return Done{};
}

struct Output::State {
  std::string path;  // as the user gave it; "standard output"
  int file = STDOUT_FILENO;
  fs::path target;  // empty where it is written to directly
  fs::path made;    // beside the target
  std::optional<RemovedOnSignal> removal;
  bool reader_left = false;
  bool finished = false;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (file > STDERR_FILENO) ::close(file);
    if (!target.empty() && !finished) ::unlink(made.c_str());
  }
};

Output::Output(std::unique_ptr<State> state) : state_(std::move(state)) {}
Output::~Output() = default;
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;
bool Output::reader_left() const { return state_->reader_left; }

Result<Output> Output::open(const std::string& path) {
  auto state = std::make_unique<State>();
  state->path = path.empty() ? "standard output" : path;
  if (path.empty()) return Output(std::move(state));
  if (is_special(path)) {
    state->file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (state->file < 0) return failure(path, errno);
    return Output(std::move(state));
  }
  const fs::path target = target_of(path);
  state->made = fs::path();
  state->file = open_beside(target, state->made, state->removal);
  if (state->file < 0) return failure(path, errno);
  state->target = target;
  struct stat before {};
  if (::stat(target.c_str(), &before) == 0) static_cast<void>(::fchmod(state->file, before.st_mode & 07777U));
  return Output(std::move(state));
}

Status Output::write(std::string_view bytes) {
  if (state_->reader_left) return Done{};
  const int code = write_all(state_->file, bytes);
  state_->reader_left = code == EPIPE;
  if (code != 0 && code != EPIPE) return failure(state_->path, code);
  return Done{};
}

Status Output::finish() {
  State& state = *state_;
  if (state.target.empty()) return Done{};
  int code = ::fsync(state.file) != 0 ? errno : 0;
  if (::close(std::exchange(state.file, -1)) != 0 && code == 0) code = errno;
  if (code == 0 && ::rename(state.made.c_str(), state.target.c_str()) != 0) code = errno;
  if (code != 0) return failure(state.path, code);
  state.finished = true;
  sync_folder(folder_of(state.target));
  return Done{};
}

Status write_output(const std::string& path, std::string_view bytes) {
  Result<Output> out = Output::open(path);
  if (!out) return out.error();
  if (Status written = out->write(bytes); !written) return written;
  return out->finish();
}

}  // namespace tetrapla::cli
