package org.shouyue.server.tenant;

import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Who administers the platform, and who must agree (GB/T 22239-2019 §8.1.5: system, security and
/// audit administration are three functions).
///
/// A change to accounts or policy that one administrator proposes takes effect when the other
/// agrees. Where the duties are not separated, the provider's manager may do and agree to
/// everything.
@Component
public final class Administrators {
  private final boolean separated;

  Administrators(SignInSettings settings) {
    String mode = settings.administrators() == null ? "single" : settings.administrators();
    if (!mode.equals("single") && !mode.equals("separated")) {
      throw new IllegalStateException(
          "shouyue.administrators must be single or separated, not " + mode);
    }
    this.separated = mode.equals("separated");
  }

  /// Whether system, security and audit administrator must be three people.
  public boolean separated() {
    return separated;
  }

  /// Whether people of this role change accounts and policy without a second person.
  boolean alone(Role role) {
    return !separated && role == Role.PROVIDER_MANAGER;
  }

  /// Whether somebody of one role may agree to what somebody of another has proposed.
  boolean mayDecide(Role decider, Role proposer) {
    return switch (decider) {
      case SECURITY_ADMIN -> proposer == Role.SYSTEM_ADMIN;
      case SYSTEM_ADMIN -> proposer == Role.SECURITY_ADMIN;
      case PROVIDER_MANAGER -> !separated;
      case ENGINEER, CLIENT_READER, CLIENT_SIGNATORY, AUDITOR -> false;
    };
  }

  /// Refuses administration to the provider's manager where the duties are separated.
  void requireDuty(Role role) {
    if (separated && role == Role.PROVIDER_MANAGER) {
      throw Problem.of(
          HttpStatus.FORBIDDEN, "separated-duties", "本平台实行三员分立：账号由系统管理员提出，安全管理员同意后生效；请联系他们。");
    }
  }

  /// Whether the role is one of the three that nobody holds together with another.
  static boolean isOneOfThree(Role role) {
    return role == Role.SYSTEM_ADMIN || role == Role.SECURITY_ADMIN || role == Role.AUDITOR;
  }
}
