// What an open model consists of.
#pragma once

#include <string>
#include <vector>

#include "english/model_file.h"
#include "english/syntax.h"
#include "english/tok2vec.h"
#include "english/tokenizer.h"
#include "tetrapla/language.h"

namespace tetrapla {

/// Views on one mapped file, one for each stage; immutable, shared by all threads.
struct EnglishModel::Parts {
  explicit Parts(english::ModelFile model_file)
      : file(std::move(model_file)), tokenizer(file), tagging_vectors(file, "tok2vec"), entity_vectors(file, "ner"), syntax(file) {
    const english::StringList features(file, "morphologies");
    for (std::size_t i = 0; i < features.size(); ++i) morphologies.emplace_back(features[i]);
  }

  english::ModelFile file;  // first: the others point into it
  english::TokenizerRules tokenizer;
  english::Tok2VecWeights tagging_vectors;  // for tagger and parser
  english::Tok2VecWeights entity_vectors;
  english::SyntaxWeights syntax;
  std::vector<std::string> morphologies;
};

}  // namespace tetrapla
