package org.shouyue.server.tenant;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The person on whose behalf the present thread works.
///
/// @param address the network address they come from
/// @param token the name of the API token by which a program calls for them; null when they call
///   themselves
public record Caller(
    UUID id,
    String username,
    String name,
    Role role,
    @Nullable String address,
    @Nullable String token) {
  private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

  /// Somebody who calls themselves.
  public Caller(UUID id, String username, String name, Role role, @Nullable String address) {
    this(id, username, name, role, address, null);
  }

  /// The present caller.
  ///
  /// @throws NoSuchElementException in background work, which has none
  public static Caller current() {
    return CURRENT.get();
  }

  /// The present caller, empty in background work.
  public static Optional<Caller> ifPresent() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /// Whether the caller belongs to the provider and may change things.
  public boolean provides() {
    return role.provides();
  }

  <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
