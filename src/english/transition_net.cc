#include "english/transition_net.h"

#include "english/model_file.h"

namespace tetrapla::english {

Matrix read_matrix(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs) {
  return {outputs, inputs, file.section<float>(name).data(), file.section<float>(name + "_bias").data()};
}

std::string fault_of_matrix(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs) {
  const bool sound =
      file.section<float>(name).size() == packed_size(outputs, inputs) && file.section<float>(name + "_bias").size() == outputs;
  return sound ? "" : "has no sound section " + name;
}

TransitionNet::TransitionNet(const ModelFile& file, const std::string& name, std::size_t feature_count)
    : features(feature_count),
      reduce(read_matrix(file, name + "/reduce", kReducedWidth, kTokenWidth)),
      lower_bias(file.section<float>(name + "/lower_bias").data()),
      pad(file.section<float>(name + "/pad").data()) {
  const float* packed = file.section<float>(name + "/lower").data();
  for (std::size_t f = 0; f < features; ++f) {
    lower[f] = {kLowerWidth, kReducedWidth, packed + f * packed_size(kLowerWidth, kReducedWidth), nullptr};
  }
}

std::string TransitionNet::fault(const ModelFile& file, const std::string& name, std::size_t feature_count) {
  const bool sound = file.section<float>(name + "/lower").size() == feature_count * packed_size(kLowerWidth, kReducedWidth) &&
                     file.section<float>(name + "/lower_bias").size() == kLowerWidth &&
                     file.section<float>(name + "/pad").size() == feature_count * kLowerWidth;
  return sound ? fault_of_matrix(file, name + "/reduce", kReducedWidth, kTokenWidth) : "has no sound sections " + name + "/lower";
}

}  // namespace tetrapla::english
