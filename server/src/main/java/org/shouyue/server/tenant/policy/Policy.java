package org.shouyue.server.tenant.policy;

import java.util.Set;
import org.shouyue.server.tenant.Role;

/// The rules by which people prove who they are. GB/T 22239-2019 §8.1.4.1 asks for complexity and
/// regular change of passwords, limits to failed attempts, an end to idle connections, and a second
/// factor; it gives no figures. Those of [#USUAL] are what assessors of grade three expect.
///
/// @param secondFactor the roles that must enrol a second factor before they do anything else
public record Policy(PasswordRules password, SessionRules session, Set<Role> secondFactor) {
  public static final Policy USUAL = new Policy(PasswordRules.USUAL, SessionRules.USUAL, Set.of());

  public Policy {
    secondFactor = Set.copyOf(secondFactor);
  }
}
