package org.shouyue.engine.site;

import org.shouyue.scope.Refusal;

/// What came of looking at a TLS service.
public sealed interface CertificateOutcome {
  /// It was seen.
  record Seen(CertificateObservation observation) implements CertificateOutcome {}

  /// The scope did not allow the look: nothing is known.
  record NotPermitted(Refusal refusal) implements CertificateOutcome {}

  /// There was no certificate to see; whether the service is down is another check's question.
  record Unknown(String detail) implements CertificateOutcome {}
}
