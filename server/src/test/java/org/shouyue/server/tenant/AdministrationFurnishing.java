package org.shouyue.server.tenant;

import java.util.Map;
import java.util.Set;
import org.shouyue.server.testing.Furnishing;

/// Accounts, policy and keys belong to no client: every deed is the caller's own or an
/// administrator's.
final class AdministrationFurnishing implements Furnishing {

  @Override
  public Map<String, Map<String, ?>> deeds() {
    return Map.of();
  }

  @Override
  public Set<String> ofNoClient() {
    return Set.of(
        "PUT /api/people/{id}",
        "POST /api/people/{id}/disable",
        "POST /api/people/{id}/enable",
        "POST /api/people/{id}/reset-password",
        "POST /api/people/{id}/drop-second-factor",
        "POST /api/people/{id}/unlock",
        "POST /api/people/import",
        "POST /api/proposals/{id}/approve",
        "POST /api/proposals/{id}/refuse",
        "POST /api/proposals/{id}/withdraw",
        "POST /api/proposals/{id}/password",
        "PUT /api/security/policy",
        "PUT /api/account",
        "PUT /api/account/password",
        "DELETE /api/account/sessions",
        "DELETE /api/account/sessions/{id}",
        "POST /api/account/recovery-codes",
        "POST /api/account/tokens",
        "DELETE /api/account/tokens/{id}",
        "POST /api/account/passkeys",
        "POST /api/account/passkeys/challenge",
        "DELETE /api/account/passkeys/{id}",
        "POST /api/session/lock",
        "POST /api/session/unlock",
        "POST /api/session/passkey",
        "POST /api/session/passkey/challenge");
  }
}
