#include "collate/collate.h"

#include <iterator>

#include "collate/figures.h"
#include "collate/names.h"
#include "collate/quotations.h"
#include "collate/timeline.h"
#include "collate/worth.h"

namespace tetrapla::collate {

Dossier collate(const Inputs& inputs) {
  Dossier dossier;
  const Names names(inputs.reports, inputs.annotations);
  dossier.claims = collate_figures(inputs, names);
  std::vector<Claim> quotations = collate_quotations(inputs, names);
  dossier.claims.insert(dossier.claims.end(), std::make_move_iterator(quotations.begin()),
                        std::make_move_iterator(quotations.end()));
  put_in_order(dossier.claims);
  dossier.timeline = collate_timeline(inputs, dossier.claims);
  dossier.people = names.entries();
  return dossier;
}

}  // namespace tetrapla::collate
