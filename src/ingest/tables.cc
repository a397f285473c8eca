#include "ingest/analyse.h"

namespace tetrapla::ingest {

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

}  // namespace tetrapla::ingest
