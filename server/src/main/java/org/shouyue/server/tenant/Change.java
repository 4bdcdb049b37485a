package org.shouyue.server.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.policy.Policy;

/// A change to accounts or policy: done at once by those who administer alone, else proposed by one
/// administrator and agreed to by another.
sealed interface Change {

  /// A new person, who gets a one-time password.
  record Add(UUID id, PersonFields person) implements Change {}

  /// Other particulars, role or clients.
  record Edit(UUID id, PersonFields person) implements Change {}

  record Disable(UUID id) implements Change {}

  record Enable(UUID id) implements Change {}

  /// A new one-time password in place of the person's own.
  record ResetPassword(UUID id) implements Change {}

  /// The one-time codes, recovery codes and passkeys of a person are taken away.
  record DropSecondFactor(UUID id) implements Change {}

  record SetPolicy(Policy policy) implements Change {}

  /// The written name, as it is stored.
  default String kind() {
    return switch (this) {
      case Add _ -> "person.add";
      case Edit _ -> "person.edit";
      case Disable _ -> "person.disable";
      case Enable _ -> "person.enable";
      case ResetPassword _ -> "password.reset";
      case DropSecondFactor _ -> "second-factor.drop";
      case SetPolicy _ -> "policy.set";
    };
  }

  /// The record that a written name stands for.
  static Class<? extends Change> typeOf(String kind) {
    return switch (kind) {
      case "person.add" -> Add.class;
      case "person.edit" -> Edit.class;
      case "person.disable" -> Disable.class;
      case "person.enable" -> Enable.class;
      case "password.reset" -> ResetPassword.class;
      case "second-factor.drop" -> DropSecondFactor.class;
      case "policy.set" -> SetPolicy.class;
      default -> throw new IllegalArgumentException("no change is called " + kind);
    };
  }

  /// Whom it is about; null for the policy.
  default @Nullable UUID subject() {
    return switch (this) {
      case Add add -> add.id();
      case Edit edit -> edit.id();
      case Disable disable -> disable.id();
      case Enable enable -> enable.id();
      case ResetPassword reset -> reset.id();
      case DropSecondFactor drop -> drop.id();
      case SetPolicy _ -> null;
    };
  }
}
