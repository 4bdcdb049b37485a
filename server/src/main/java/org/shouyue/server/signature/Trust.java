package org.shouyue.server.signature;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/// What is believed here.
///
/// @param anchors the certificates of authorities that the security administrator trusts
/// @param revocations what these authorities have revoked, as far as it was handed in
record Trust(List<X509Certificate> anchors, List<X509CRL> revocations) {
  Trust {
    anchors = List.copyOf(anchors);
    revocations = List.copyOf(revocations);
  }
}
