#include "cli/signals.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <utility>

namespace tetrapla::cli {

RemovedOnSignal::RemovedOnSignal(std::filesystem::path file) : done_(::eventfd(0, EFD_CLOEXEC)) {
  sigemptyset(&taken_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction now {};
    ::sigaction(signal, nullptr, &now);
    if (now.sa_handler != SIG_IGN) sigaddset(&taken_, signal);  // nohup: it stays ignored
  }
  pthread_sigmask(SIG_BLOCK, &taken_, &before_);
  thread_ = std::thread([this, path = std::move(file)] { wait(path); });
}

RemovedOnSignal::~RemovedOnSignal() {
  const std::uint64_t one = 1;
  static_cast<void>(::write(done_, &one, sizeof(one)));
  thread_.join();
  ::close(done_);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void RemovedOnSignal::wait(const std::filesystem::path& file) const {
  const int signals = ::signalfd(-1, &taken_, SFD_CLOEXEC);
  pollfd events[] = {{done_, POLLIN, 0}, {signals, POLLIN, 0}};
  int ready = 0;
  do ready = ::poll(events, 2, -1);
  while (ready < 0 && errno == EINTR);
  signalfd_siginfo taken{};
  const bool signalled = (events[1].revents & POLLIN) != 0 && ::read(signals, &taken, sizeof(taken)) == sizeof(taken);
  ::close(signals);
  if (!signalled) return;
  ::unlink(file.c_str());
  const int signal = static_cast<int>(taken.ssi_signo);
  std::signal(signal, SIG_DFL);
  sigset_t this_one;
  sigemptyset(&this_one);
  sigaddset(&this_one, signal);
  pthread_sigmask(SIG_UNBLOCK, &this_one, nullptr);
  std::raise(signal);
}

}  // namespace tetrapla::cli
