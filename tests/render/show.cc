// Prints the sample dossier in a form: show text|full|about|reuse COLUMNS color|plain, show json|jsonl|lone-json. For eyes and for
// tests/schema.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "render/json.h"
#include "render/reuse.h"
#include "render/sample.h"
#include "render/text.h"

int main(int argc, char** argv) {
  using namespace tetrapla;
  const std::string what = argc > 1 ? argv[1] : "text";
  TextOptions options;
  if (argc > 2) options.columns = static_cast<unsigned>(std::atoi(argv[2]));
  options.color = argc > 3 && std::string(argv[3]) == "color";
  options.full = what == "full";
  if (what == "about" && argc > 4) options.about = argv[4];
  const Dossier dossier = what.starts_with("lone") ? test::lone_dossier() : test::ferry_dossier();
  const ReuseResult reuse = what.starts_with("lone") ? ReuseResult{{}, {0}} : test::ferry_reuse(dossier);
  std::string out;
  if (what.ends_with("json")) {
    out = render::to_json(dossier);
  } else if (what == "jsonl") {
    out = render::to_jsonl(reuse, dossier.reports, true);
  } else if (what == "reuse") {
    out = render::to_text(reuse, dossier.reports, options);
  } else {
    out = render::to_text(dossier, options);
  }
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
