package org.shouyue.server.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/// What a person may do. A person has one role; for which clients is said apart.
public enum Role {
  /// Runs the provider's service for every client.
  PROVIDER_MANAGER,
  /// Does the provider's work for the clients named.
  ENGINEER,
  /// Sees the service of their own organisation.
  CLIENT_READER,
  /// Signs for their own organisation.
  CLIENT_SIGNATORY,
  /// Reads the audit trail and everything that it speaks of, and changes nothing (审计管理员).
  AUDITOR,
  /// Keeps the platform running: accounts, settings, backups; sees no client's content (系统管理员).
  SYSTEM_ADMIN,
  /// Gives and takes rights: roles, permissions, password and session policy (安全管理员). What the
  /// system administrator enters takes effect when the security administrator agrees.
  SECURITY_ADMIN;

  /// Whether people of this role work for the provider and see clients' things.
  public boolean provides() {
    return this == PROVIDER_MANAGER || this == ENGINEER;
  }

  /// Whether the role is for every client or for none, so that nobody assigns clients to it.
  boolean seesAll() {
    return this == PROVIDER_MANAGER || this == SYSTEM_ADMIN || this == SECURITY_ADMIN;
  }

  /// Whether people of this role have something to do without any client: an audit administrator
  /// reads what the other administrators did.
  boolean needsNoClient() {
    return seesAll() || this == AUDITOR;
  }

  /// Whether the role administers the platform and sees nothing of any client.
  boolean seesNothing() {
    return this == SYSTEM_ADMIN || this == SECURITY_ADMIN;
  }

  /// Whether people of this role belong to a client.
  public boolean isClients() {
    return this == CLIENT_READER || this == CLIENT_SIGNATORY;
  }

  /// The code used in the API and the database, as in `provider-manager`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The role with this code.
  @JsonCreator
  public static Role of(String code) {
    return Stream.of(values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be one of " + Stream.of(values()).map(Role::code).toList()));
  }
}
