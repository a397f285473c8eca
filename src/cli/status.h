// How a run ended.
#pragma once

namespace tetrapla::cli {

enum ExitStatus : int {
  kAllRead = 0,      ///< all inputs were read
  kNothingDone = 1,  ///< nothing could be done
  kWrongUsage = 2,   ///< no such command or option, or a value that it does not take
  kSomeSkipped = 3,  ///< done, but some inputs were skipped; each was named
};

}  // namespace tetrapla::cli
