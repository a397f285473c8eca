#include "english/parser.h"

#include <algorithm>
#include <bit>
#include <limits>

#include "english/model_file.h"

namespace tetrapla::english {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
constexpr std::array<Action, 3> kPlain = {Action::kShift, Action::kReduce, Action::kBreak};
constexpr ActionSet kPlainSet = set_of(Action::kShift) | set_of(Action::kReduce) | set_of(Action::kBreak);

std::size_t first_of(std::span<const ParseMove> moves, Action action) {
  return static_cast<std::size_t>(std::ranges::find(moves, action, &ParseMove::action) - moves.begin());
}

}  // namespace

ParserWeights::ParserWeights(const ModelFile& file)
    : net_(file, "parser", std::tuple_size_v<ParseState::Features>),
      moves_(file.section<ParseMove>("parser/moves")),
      scores_(read_matrix(file, "parser/scores", moves_.size(), kHiddenWidth)),
      plain_scores_(read_matrix(file, "parser/scores_plain", kPlain.size(), kHiddenWidth)) {
  for (std::size_t set = 0; set < masks_.size(); ++set) {
    masks_[set].fill(kNever);
    for (std::size_t m = 0; m < moves_.size(); ++m) {
      if ((set & set_of(moves_[m].action)) != 0) masks_[set][m] = 0.0F;
    }
  }
  for (std::size_t i = 0; i < kPlain.size(); ++i) plain_moves_[i] = static_cast<std::uint8_t>(first_of(moves_, kPlain[i]));
}

std::string ParserWeights::fault(const ModelFile& file) {
  const auto moves = file.section<ParseMove>("parser/moves");
  const auto sound = [](const ParseMove& m) {
    return m.action <= Action::kBreak && m.label <= Dep::kXcomp && m.head_label <= Dep::kXcomp;
  };
  const auto once = [moves](Action action) { return std::ranges::count(moves, action, &ParseMove::action) == 1; };
  if (moves.size() > kMaxMoves || !std::ranges::all_of(moves, sound) || !std::ranges::all_of(kPlain, once)) {
    return "has no sound section parser/moves";
  }
  for (const std::string& fault : {TransitionNet::fault(file, "parser", std::tuple_size_v<ParseState::Features>),
                                   fault_of_matrix(file, "parser/scores", moves.size(), kHiddenWidth),
                                   fault_of_matrix(file, "parser/scores_plain", kPlain.size(), kHiddenWidth)}) {
    if (!fault.empty()) return fault;
  }
  return "";
}

Parser::Parser(const ParserWeights& weights) : weights_(weights), rows_(weights.net_) {}

void Parser::hidden_layer(const ParseState::Features& features, float* hidden) {
  sum_and_maxout(rows_.rows(features), weights_.net_.lower_bias, hidden);
}

/// Only what can be chosen is scored: nothing where one move is valid, three rows where no arc is.
std::size_t Parser::best_move(ActionSet valid, const ParseState::Features& features, float* score) {
  const auto plain_move = [this](Action action) -> std::size_t {
    return weights_.plain_moves_[std::ranges::find(kPlain, action) - kPlain.begin()];
  };
  if (score == nullptr && (valid & ~kPlainSet) == 0 && std::has_single_bit(valid)) {
    return plain_move(static_cast<Action>(std::countr_zero(valid)));
  }
  std::array<float, kHiddenWidth> hidden;
  hidden_layer(features, hidden.data());
  if (score == nullptr && (valid & ~kPlainSet) == 0) {
    std::array<float, kPlain.size()> scores;
    affine(weights_.plain_scores_, hidden.data(), 1, kHiddenWidth, scores.data(), scores.size());
    std::size_t best = weights_.moves_.size();
    float best_score = kNever;
    for (std::size_t i = 0; i < kPlain.size(); ++i) {
      if ((valid & set_of(kPlain[i])) == 0) continue;
      const std::size_t move = weights_.plain_moves_[i];
      if (best == weights_.moves_.size() || scores[i] > best_score || (scores[i] == best_score && move < best)) {
        best = move;
        best_score = scores[i];
      }
    }
    return best;
  }
  std::array<float, ParserWeights::kMaxMoves> scores{};
  affine(weights_.scores_, hidden.data(), 1, kHiddenWidth, scores.data(), scores.size());
  std::size_t best = first_best(scores.data(), weights_.masks_[valid].data(), (weights_.moves_.size() + 15) / 16 * 16);
  if (best >= weights_.moves_.size()) best = plain_move((valid & set_of(Action::kReduce)) != 0 ? Action::kReduce : Action::kShift);
  if (score != nullptr) *score = scores[best];
  return best;
}

void Parser::parse(const float* vectors, std::size_t words, bool first_is_start, Arcs& out, std::vector<ParseStep>* trace) {
  rows_.begin(vectors, words);
  state_.reset(words, first_is_start);
  while (!state_.done()) {
    const ParseState::Features features = state_.features();
    float score = 0.0F;
    const std::size_t move = best_move(state_.valid(), features, trace != nullptr ? &score : nullptr);
    const ParseMove& chosen = weights_.moves_[move];
    if (trace != nullptr) trace->push_back({chosen, features, score});
    state_.apply(chosen.action, static_cast<std::uint8_t>(move));
  }
  out.head.resize(words);
  out.label.resize(words);
  out.head_label.resize(words);
  for (std::size_t i = 0; i < words; ++i) {
    const WordIndex head = state_.heads()[i];
    const bool root = head == kNoWord;
    const ParseMove move = root ? ParseMove{} : weights_.moves_[state_.labels()[i]];
    out.head[i] = static_cast<std::uint32_t>(root ? static_cast<WordIndex>(i) : head);
    out.label[i] = root ? Dep::kRoot : move.label;
    out.head_label[i] = move.head_label;
  }
}

}  // namespace tetrapla::english
