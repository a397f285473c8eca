#include "claims/claims.h"

namespace tetrapla::claims {

Claims find_claims(const language::Annotation& annotation) {
  Claims claims;
  claims.quotations = find_quotations(annotation);
  claims.times = find_times(annotation, claims.diagnostics);
  claims.quantities = find_quantities(annotation, claims.times);
  return claims;
}

}  // namespace tetrapla::claims
