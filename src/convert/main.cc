// convert_model FOLDER OUT: spaCy's folder of en_core_web_md → the one file that the program maps. A build step; no part of the program.
#include <simdjson.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "convert/stages.h"

namespace {

using tetrapla::Status;
using tetrapla::convert::convert_embedding;
using tetrapla::convert::convert_morphology;
using tetrapla::convert::convert_syntax;
using tetrapla::convert::convert_tokenizer;

/// "en_core_web_md 3.8.0", out of the folder's meta.json; "" where there is none.
std::string source_of(const std::filesystem::path& folder) {
  simdjson::dom::parser parser;
  simdjson::dom::element meta;
  if (parser.load((folder / "meta.json").string()).get(meta) != simdjson::SUCCESS) return "";
  std::string_view language;
  std::string_view name;
  std::string_view version;
  if (meta["lang"].get(language) || meta["name"].get(name) || meta["version"].get(version)) return "";
  return std::string(language) + '_' + std::string(name) + ' ' + std::string(version);
}

int fail(const std::string& message) {
  std::fprintf(stderr, "convert_model: %s\n", message.c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return fail("usage: convert_model FOLDER OUT");
  const std::filesystem::path folder = arguments[1];
  const std::string source = source_of(folder);
  if (source != "en_core_web_md 3.8.0")
    return fail(folder.string() + " is not spaCy's en_core_web_md 3.8.0 (its meta.json says: " + source + ")");
  tetrapla::english::ModelWriter writer;
  for (auto* stage : {convert_tokenizer, convert_embedding, convert_syntax, convert_morphology}) {
    if (const Status done = stage(folder, writer); !done) return fail(done.error().message);
  }
  if (const Status written = writer.write(arguments[2], source); !written) return fail(written.error().message);
  return 0;
}
