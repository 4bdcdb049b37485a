package org.shouyue.scope;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules themselves, as pure functions: which permits count now, whether a name may even be
/// looked up, and whether each address may be connected to.
final class PermitRules {
  private PermitRules() {}

  sealed interface Verdict {}

  /// @param permits those that the answer rests on
  record Granted(List<Permit> permits) implements Verdict {}

  record Denied(RefusalCode code, String detail) implements Verdict {}

  /// The permits of the purpose that stand now, are this client's, and allow the method. When none
  /// does, the reason of the permit that came closest.
  static Verdict standing(Purpose purpose, Instant now) {
    List<Permit> standing = new ArrayList<>();
    Denied closest = new Denied(RefusalCode.NO_PERMIT, purpose.capability());
    for (Permit permit : purpose.permits()) {
      Denied fault = fault(permit, purpose, now);
      if (fault == null) {
        standing.add(permit);
      } else if (fault.code().compareTo(closest.code()) > 0) {
        closest = fault;
      }
    }
    return standing.isEmpty() ? closest : new Granted(standing);
  }

  private static @Nullable Denied fault(Permit permit, Purpose purpose, Instant now) {
    if (!permit.client().equals(purpose.client())) {
      return new Denied(RefusalCode.OTHER_CLIENT, permit.id().toString());
    }
    if (now.isBefore(permit.from())) {
      return new Denied(RefusalCode.NOT_YET_IN_FORCE, permit.from().toString());
    }
    if (!now.isBefore(permit.until())) {
      return new Denied(RefusalCode.EXPIRED, permit.until().toString());
    }
    if (permit.revokedBy(now)) {
      return new Denied(RefusalCode.REVOKED, String.valueOf(permit.revokedAt()));
    }
    if (!permit.methods().contains(purpose.method())) {
      return new Denied(RefusalCode.METHOD_NOT_ALLOWED, purpose.method().code());
    }
    return null;
  }

  /// Whether looking the name up can lead to an opening at all: the permits name it, or they name
  /// ranges that it may resolve into. Otherwise not even the name service hears of it.
  static boolean mayLookUp(List<Permit> standing, Endpoint endpoint) {
    return standing.stream()
        .flatMap(permit -> permit.targets().stream())
        .anyMatch(target -> target instanceof AddressRange || names(target, endpoint));
  }

  /// Judges every address that the endpoint has; one that is not allowed denies them all.
  static Verdict judge(List<Permit> standing, Endpoint endpoint, List<InetAddress> addresses) {
    Set<Permit> granting = new LinkedHashSet<>();
    for (Permit permit : standing) {
      if (permit.targets().stream().anyMatch(target -> names(target, endpoint))) {
        granting.add(permit);
      }
    }
    boolean named = !granting.isEmpty();
    for (InetAddress address : addresses) {
      SpecialBlock block = SpecialBlock.of(address);
      if (block != null && block.kind() == SpecialBlock.Kind.NEVER) {
        return new Denied(RefusalCode.FORBIDDEN_ADDRESS, address.getHostAddress());
      }
      List<Permit> covering =
          standing.stream().filter(permit -> coversAddress(permit, address, block)).toList();
      if (covering.isEmpty() && (block != null || !named)) {
        return uncovered(endpoint, address, block);
      }
      granting.addAll(covering);
    }
    return new Granted(List.copyOf(granting));
  }

  private static Denied uncovered(
      Endpoint endpoint, InetAddress address, @Nullable SpecialBlock block) {
    String shown = address.getHostAddress();
    if (block != null) {
      String asked = endpoint.literal() == null ? endpoint.canonical() + " = " + shown : shown;
      return new Denied(RefusalCode.SPECIAL_ADDRESS, asked);
    }
    return endpoint.literal() == null
        ? new Denied(RefusalCode.ADDRESS_NOT_COVERED, endpoint.canonical() + " = " + shown)
        : new Denied(RefusalCode.TARGET_NOT_COVERED, shown);
  }

  private static boolean coversAddress(
      Permit permit, InetAddress address, @Nullable SpecialBlock block) {
    return permit.targets().stream()
        .anyMatch(target ->
            target instanceof AddressRange range
                && range.contains(address)
                && (block == null || block.range().contains(range)));
  }

  private static boolean names(Target target, Endpoint endpoint) {
    return switch (target) {
      case AddressRange _ -> false;
      case PathTarget _ -> false;
      case HostName host -> host.name().equals(endpoint.canonical());
      case Domain domain -> endpoint.literal() == null && domain.covers(endpoint.canonical());
      case DatabaseTarget database ->
          database.host().equals(endpoint.canonical()) && database.port() == endpoint.port();
      case UrlPrefix prefix -> covers(prefix, endpoint.url());
    };
  }

  private static boolean covers(UrlPrefix prefix, @Nullable SiteUrl url) {
    return url != null && SiteUrl.plainPath(url.path()) && prefix.covers(url);
  }
}
