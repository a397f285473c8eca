#include "cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <system_error>

namespace tetrapla::cli {
namespace {

namespace fs = std::filesystem;

Error failure(const std::string& path, int code) {
  return Error{fmt::format("cannot write {}: {}", path, std::generic_category().message(code))};
}

// Signals that end the program wait as long as this lives.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held, signal);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

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

Status write_directly(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return failure(path, errno);
  const int code = write_all(file, bytes);
  ::close(file);
  if (code != 0 && code != EPIPE) return failure(path, code);
  return Done{};
}

// The file that a path leads to at last.
fs::path target_of(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  return error ? fs::path(path) : real;
}

fs::path folder_of(const fs::path& target) { return target.has_parent_path() ? target.parent_path() : fs::path("."); }

// A new file in the target's folder, with the rights that the target has or a new file gets.
int open_beside(const fs::path& target, fs::path& made) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    made = folder_of(target) / fmt::format(".{}.{}-{}.tmp", target.filename().string(), ::getpid(), attempt);
    const int file = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST) return file;
  }
  return -1;
}

void sync_folder(const fs::path& folder) {  // best effort: the file itself is on disk
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

Status replace(const std::string& path, std::string_view bytes) {
  const fs::path target = target_of(path);
  const SignalsHeld held;
  fs::path made;
  const int file = open_beside(target, made);
  if (file < 0) return failure(path, errno);
  struct stat before {};
  if (::stat(target.c_str(), &before) == 0) static_cast<void>(::fchmod(file, before.st_mode & 07777U));
  int code = write_all(file, bytes);
  if (code == 0 && ::fsync(file) != 0) code = errno;
  if (::close(file) != 0 && code == 0) code = errno;
  if (code == 0 && ::rename(made.c_str(), target.c_str()) != 0) code = errno;
  if (code != 0) {
    ::unlink(made.c_str());
    return failure(path, code);
  }
  sync_folder(folder_of(target));
  return Done{};
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

Status write_output(const std::string& path, std::string_view bytes) {
  if (path.empty()) {
    const int code = write_all(STDOUT_FILENO, bytes);
    if (code != 0 && code != EPIPE) return failure("standard output", code);
    return Done{};
  }
  return is_special(path) ? write_directly(path, bytes) : replace(path, bytes);
}

}  // namespace tetrapla::cli
