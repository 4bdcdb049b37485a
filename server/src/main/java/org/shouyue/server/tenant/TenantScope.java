package org.shouyue.server.tenant;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The clients whose rows the present thread may see and write. Every database connection that is
/// taken carries it to PostgreSQL, whose row-level security applies it; without one, no tenant
/// table shows or takes any row.
///
/// A request runs in its caller's scope. Background work binds one explicitly, for one client:
///
/// ```java
/// TenantScope.of(clientId).run(() -> runs.dispatch(obligation));
/// ```
public final class TenantScope {
  private static final ScopedValue<Set<UUID>> CURRENT = ScopedValue.newInstance();

  private final Set<UUID> clients;

  private TenantScope(Set<UUID> clients) {
    this.clients = clients;
  }

  /// The scope of one client.
  public static TenantScope of(UUID client) {
    return new TenantScope(Set.of(client));
  }

  /// The scope of these clients.
  public static TenantScope of(Collection<UUID> clients) {
    return new TenantScope(Set.copyOf(clients));
  }

  /// The clients visible to the present thread; none when no scope is bound.
  public static Set<UUID> visible() {
    return CURRENT.isBound() ? CURRENT.get() : Set.of();
  }

  /// Does the work in this scope.
  ///
  /// @throws IllegalStateException inside a transaction, whose connection has its scope already
  public void run(Runnable work) {
    call(() -> {
      work.run();
      return true;
    });
  }

  /// Does the work in this scope and returns its result.
  ///
  /// @throws IllegalStateException inside a transaction, whose connection has its scope already
  public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> work) throws X {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !clients.equals(visible())) {
      throw new IllegalStateException("bind the tenant scope before the transaction begins");
    }
    return ScopedValue.where(CURRENT, clients).call(work);
  }
}
