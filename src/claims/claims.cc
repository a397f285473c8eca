#include "claims/claims.h"

#include "claims/sources.h"

namespace tetrapla::claims {

Claims find_claims(const language::Annotation& annotation, std::string_view story) {
  Claims claims;
  claims.quotations = find_quotations(annotation);
  claims.sources = find_sources(annotation, claims.quotations);
  claims.times = find_times(annotation, story, claims.diagnostics);
  claims.quantities = find_quantities(annotation, claims.times);
  return claims;
}

Claims find_claims(const language::Annotation& annotation) { return find_claims(annotation, {}); }

}  // namespace tetrapla::claims
