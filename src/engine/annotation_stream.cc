// Many reports on all cores, in order, with memory for a few of them.
//
//   inputs ─Reader, one worker at a time→ slots ─each worker its own→ lines ─in order→ next()
//
// A worker takes the next text and the slot at the end of the queue in one step, so slots stand in the order of the inputs; `next` takes
// them off the front. Nobody takes a text while the queue is as long, or holds as many bytes, as it may: a slow reader of the lines makes
// the inputs wait.
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "base/parallel.h"
#include "ingest/ingest.h"
#include "ingest/reader.h"
#include "tetrapla/annotate.h"

namespace tetrapla {
namespace {

constexpr std::size_t kSlotsPerThread = 16;  // enough that a long report does not let the other threads wait
constexpr std::size_t kMostBytes = 32U << 20U;
/// What a text may take while it is worked on, in its own bytes: its line has 18 to 22 times as many with all layers (news, measured).
constexpr std::size_t kLineBytesPerTextByte = 22;

struct Slot {
  std::string line;
  std::vector<Diagnostic> skipped;  // before this report
  std::size_t bytes = 0;
  bool done = false;
};

}  // namespace

struct AnnotationStream::State {
  State(ingest::Reader opened, Layers wanted, std::optional<EnglishModel> given, unsigned workers)
      : reader(std::move(opened)), layers(wanted), model(std::move(given)), most_slots(kSlotsPerThread * workers) {
    threads.reserve(workers);
    for (unsigned i = 0; i < workers; ++i) threads.emplace_back([this] { work(); });
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    {
      const std::lock_guard lock(queue);
      stopped = true;
    }
    reader.stop();
    room.notify_all();
  }

  void work() {
    std::optional<EnglishAnalyser> analyser;
    for (;;) {
      auto taken = take();
      if (!taken) return;
      if (model && layers.need_model() && !analyser) analyser.emplace(*model);  // at its first text: a short run needs few
      const AnnotatedReport annotated =
          annotate(ingest::make_report(std::move(taken->first)), layers, analyser ? &*analyser : nullptr);
      std::string line = to_jsonl(annotated);
      const std::lock_guard lock(queue);
      Slot& slot = *taken->second;
      bytes_in_queue += line.size() - slot.bytes;
      slot.bytes = line.size();
      slot.line = std::move(line);
      slot.done = true;
      ready.notify_one();
    }
  }

  /// The next text and its slot; nothing at the end.
  std::optional<std::pair<ingest::Item, Slot*>> take() {
    const std::lock_guard one_at_a_time(reading);
    {
      std::unique_lock lock(queue);
      room.wait(lock,
                [this] { return stopped || ended || slots.empty() || (slots.size() < most_slots && bytes_in_queue < kMostBytes); });
      if (stopped || ended) return {};
    }
    std::vector<Diagnostic> skipped_before;
    auto item = reader.next(skipped_before);
    bytes_read = reader.bytes_read();
    const std::lock_guard lock(queue);
    if (!item) {
      ended = true;
      skipped_at_end = std::move(skipped_before);
      ready.notify_one();
      return {};
    }
    Slot& slot = slots.emplace_back();  // a deque's elements stay where they are
    slot.skipped = std::move(skipped_before);
    slot.bytes = kLineBytesPerTextByte * item->decoded.text.size();
    bytes_in_queue += slot.bytes;
    return std::pair{*std::move(item), &slot};
  }

  std::optional<std::string> next() {
    std::unique_lock lock(queue);
    ready.wait(lock, [this] { return slots.empty() ? ended : slots.front().done; });
    std::vector<Diagnostic>& news = slots.empty() ? skipped_at_end : slots.front().skipped;
    skipped.insert(skipped.end(), std::make_move_iterator(news.begin()), std::make_move_iterator(news.end()));
    news.clear();
    if (slots.empty()) return {};
    std::string line = std::move(slots.front().line);
    bytes_in_queue -= slots.front().bytes;
    slots.pop_front();
    room.notify_one();
    return line;
  }

  std::mutex reading;  // held by the worker that reads
  ingest::Reader reader;
  const Layers layers;
  const std::optional<EnglishModel> model;
  const std::size_t most_slots;
  std::atomic<std::uint64_t> bytes_read = 0;

  std::mutex queue;  // guards what follows
  std::condition_variable room;
  std::condition_variable ready;
  std::deque<Slot> slots;
  std::size_t bytes_in_queue = 0;
  std::vector<Diagnostic> skipped_at_end;
  bool ended = false;
  bool stopped = false;

  std::vector<Diagnostic> skipped;    // told by next, not yet taken
  std::vector<std::jthread> threads;  // last: they end first
};

AnnotationStream::AnnotationStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
AnnotationStream::~AnnotationStream() = default;
AnnotationStream::AnnotationStream(AnnotationStream&&) noexcept = default;
AnnotationStream& AnnotationStream::operator=(AnnotationStream&&) noexcept = default;

Result<AnnotationStream> AnnotationStream::open(std::vector<std::string> inputs, const AnnotateOptions& options,
                                                std::optional<EnglishModel> model) {
  if (options.layers.need_model() && !model) return Error{"the layers sentences, tokens and entities need the language model"};
  auto reader = ingest::Reader::open(std::move(inputs), options.reading);
  if (!reader) return reader.error();
  return AnnotationStream(std::make_unique<State>(*std::move(reader), options.layers, std::move(model),
                                                  base::Workers(options.reading.threads).threads()));
}

std::optional<std::string> AnnotationStream::next() { return state_->next(); }
std::vector<Diagnostic> AnnotationStream::take_skipped() { return std::exchange(state_->skipped, {}); }
std::vector<Diagnostic> AnnotationStream::notes() const {
  const std::lock_guard one_at_a_time(state_->reading);
  return state_->reader.notes();
}
std::uint64_t AnnotationStream::bytes_read() const { return state_->bytes_read; }

std::optional<std::uint64_t> size_of_inputs(const std::vector<std::string>& inputs) { return ingest::size_of_inputs(inputs); }

}  // namespace tetrapla
