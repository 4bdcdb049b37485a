package org.shouyue.server.tenant.federation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who somebody is, as an identity provider has proven.
///
/// @param subject by which the provider names them for ever
/// @param claims everything that it tells of them
public record Identity(String subject, Map<String, Object> claims) {
  public Identity {
    claims = Map.copyOf(claims);
  }

  /// A claim that is text, null when there is none.
  public @Nullable String text(String claim) {
    return claims.get(claim) instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  /// Their mail address; null when the provider has not verified it.
  public @Nullable String verifiedMail() {
    return Boolean.TRUE.equals(claims.get("email_verified")) ? text("email") : null;
  }
}
