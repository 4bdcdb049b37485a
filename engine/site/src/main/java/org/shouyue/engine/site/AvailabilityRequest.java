package org.shouyue.engine.site;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// What to ask of a site and when to call it up.
///
/// @param status what the last answer's status must be
/// @param assertions what its text must show, all of them
/// @param limit for everything, redirects included
/// @param maxBodyBytes how much of the body is read
/// @param trust whom certificates are judged by
public record AvailabilityRequest(
    URI url,
    StatusRange status,
    List<Assertion> assertions,
    Duration limit,
    int maxBodyBytes,
    TrustAnchors trust) {
  /// A visit that is not open within 15 seconds counts as failed: the national check of government
  /// websites (国办秘函〔2019〕19号, part 1, "站点无法访问").
  public static final Duration NATIONAL_LIMIT = Duration.ofSeconds(15);

  private static final int TWO_MEBIBYTES = 2 * 1024 * 1024;

  public AvailabilityRequest {
    assertions = List.copyOf(assertions);
    if (!limit.isPositive() || maxBodyBytes < 1) {
      throw new IllegalArgumentException("not limits: " + limit + ", " + maxBodyBytes + " bytes");
    }
  }

  /// From one status to another, both included.
  public record StatusRange(int from, int to) {
    /// Any success.
    public static final StatusRange SUCCESS = new StatusRange(200, 299);

    public StatusRange {
      if (from < 100 || to > 599 || from > to) {
        throw new IllegalArgumentException("not a range of statuses: " + from + "-" + to);
      }
    }

    boolean contains(int status) {
      return status >= from && status <= to;
    }
  }

  /// The page opens with a success within the national limit and shows what is asserted.
  public static AvailabilityRequest of(URI url, Assertion... assertions) {
    return new AvailabilityRequest(
        url,
        StatusRange.SUCCESS,
        List.of(assertions),
        NATIONAL_LIMIT,
        TWO_MEBIBYTES,
        TrustAnchors.ofPlatform());
  }

  /// The same request, judging certificates by these anchors.
  public AvailabilityRequest trusting(TrustAnchors anchors) {
    return new AvailabilityRequest(url, status, assertions, limit, maxBodyBytes, anchors);
  }

  /// The same request with another limit.
  public AvailabilityRequest within(Duration other) {
    return new AvailabilityRequest(url, status, assertions, other, maxBodyBytes, trust);
  }
}
