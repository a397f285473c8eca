// Opening and finding the model.
#include <cstdlib>
#include <system_error>

#include "english/parts.h"

namespace tetrapla {
namespace {

namespace fs = std::filesystem;

/// Where a model may lie that belongs to this program, the first choice first.
std::vector<fs::path> model_folders() {
  std::vector<fs::path> folders;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    folders.push_back(program.parent_path());
    folders.push_back(program.parent_path().parent_path() / "share/tetrapla");
  }
#ifdef TETRAPLA_MODEL_DIR
  folders.emplace_back(TETRAPLA_MODEL_DIR);
#endif
  return folders;
}

}  // namespace

Result<EnglishModel> EnglishModel::open(const fs::path& file) {
  Result<english::ModelFile> mapped = english::ModelFile::open(file);
  if (!mapped) return mapped.error();
  for (const std::string& fault : {english::TokenizerRules::fault(*mapped), english::Tok2VecWeights::fault(*mapped, "tok2vec"),
                                   english::Tok2VecWeights::fault(*mapped, "ner"), english::SyntaxWeights::fault(*mapped)}) {
    if (!fault.empty())
      return Error{"the language model " + file.string() + " is not as this program needs it: " + fault +
                   "; `./dev setup` makes it anew"};
  }
  return EnglishModel(std::make_shared<const Parts>(*std::move(mapped)));
}

Result<EnglishModel> EnglishModel::find() {
  if (const char* named = std::getenv("TETRAPLA_MODEL"); named != nullptr && *named != '\0') return open(named);
  std::string looked;
  for (const fs::path& folder : model_folders()) {
    const fs::path file = folder / english::kModelFileName;
    std::error_code failed;
    if (fs::exists(file, failed)) return open(file);
    looked += (looked.empty() ? "" : ", ") + file.string();
  }
  return Error{"the language model is missing (looked for " + looked +
               "); `./dev setup` gets it, or name one with --model FILE or the variable TETRAPLA_MODEL"};
}

std::string_view EnglishModel::name() const { return parts_->file.name(); }
std::string_view EnglishModel::sha256() const { return parts_->file.sha256(); }
const std::vector<std::string>& EnglishModel::morphologies() const { return parts_->morphologies; }

}  // namespace tetrapla
