#include "base/sha256.h"
#include "ingest/analyse.h"
#include "ingest/ingest.h"
#include "text/decode.h"

namespace tetrapla::ingest {

Report make_report(std::string_view bytes, Metadata meta) {
  return analyse(text::decode(bytes), base::sha256(bytes), std::move(meta), tables());
}

}  // namespace tetrapla::ingest
