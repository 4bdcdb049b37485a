package org.shouyue.engine.site;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.shouyue.scope.Destination;
import org.shouyue.scope.NetworkBroker;
import org.shouyue.scope.Opening;
import org.shouyue.scope.Purpose;
import org.shouyue.scope.Timeouts;

/// Looks at a site as a visitor would: one GET, following redirects, each of which the broker
/// judges anew. Safe for use by many threads.
public final class AvailabilityCheck {
  /// How many redirects are followed.
  public static final int MAX_REDIRECTS = 5;

  private final NetworkBroker broker;
  private final InstantSource clock;

  public AvailabilityCheck(NetworkBroker broker, InstantSource clock) {
    this.broker = broker;
    this.clock = clock;
  }

  /// Looks once. Never throws for what the network or the site does.
  public SiteObservation run(Purpose purpose, AvailabilityRequest request) {
    return new Visit(purpose, request, clock.instant()).go();
  }

  /// One look, hop after hop.
  private final class Visit {
    private final Purpose purpose;
    private final AvailabilityRequest request;
    private final Instant at;
    private final List<Hop> hops = new ArrayList<>();
    private Duration took = Duration.ZERO;
    private Octets body = Octets.NONE;

    Visit(Purpose purpose, AvailabilityRequest request, Instant at) {
      this.purpose = purpose;
      this.request = request;
      this.at = at;
    }

    SiteObservation go() {
      return new SiteObservation(at, request.url(), look(), hops, body, took);
    }

    private Availability look() {
      URI url = request.url();
      for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        switch (ask(url)) {
          case Step.End(Availability end) -> {
            return end;
          }
          case Step.Elsewhere(URI next) -> url = next;
        }
      }
      return new Availability.Down(
          Availability.Reason.REDIRECTS, "more than " + MAX_REDIRECTS + " redirects");
    }

    private Step ask(URI url) {
      Duration left = request.limit().minus(took);
      if (!left.isPositive()) {
        return new Step.End(timeout());
      }
      return switch (broker.open(purpose, Destination.of(url), Timeouts.of(left))) {
        case Opening.Refused refused ->
            new Step.End(new Availability.NotPermitted(refused.refusal()));
        case Opening.Failed failed -> {
          took = took.plus(failed.elapsed());
          yield new Step.End(failure(failed));
        }
        case Opening.Opened(var connection) -> {
          PageRequest page = new PageRequest(url, request, at);
          PageRequest.Answer answer = page.over(connection);
          took = took.plus(answer.took());
          yield take(url, answer);
        }
      };
    }

    private Step take(URI url, PageRequest.Answer answer) {
      return switch (answer) {
        case PageRequest.Failed failed -> new Step.End(failed.availability());
        case PageRequest.Answered answered -> {
          hops.add(answered.hop());
          body = answered.body();
          yield answered.head().isRedirect()
              ? follow(url, answered.head())
              : new Step.End(answered.judge(request));
        }
      };
    }

    private Step follow(URI from, HttpHead head) {
      String location = String.valueOf(head.location());
      try {
        URI next = from.resolve(new URI(location.replace(" ", "%20")));
        return new Step.Elsewhere(next);
      } catch (java.net.URISyntaxException | IllegalArgumentException _) {
        return new Step.End(
            new Availability.Down(
                Availability.Reason.REDIRECTS, "redirects to no address: " + location));
      }
    }

    private Availability timeout() {
      return new Availability.Down(
          Availability.Reason.TIMEOUT, "not open within " + request.limit().toMillis() + " ms");
    }

    private Availability failure(Opening.Failed failed) {
      return switch (failed.failure()) {
        case NAME_UNKNOWN -> new Availability.Down(Availability.Reason.NAME, failed.detail());
        case CONNECTION_REFUSED ->
            new Availability.Down(Availability.Reason.REFUSED, failed.detail());
        case CONNECT_TIMEOUT -> timeout();
        case UNREACHABLE -> new Availability.Down(Availability.Reason.UNREACHABLE, failed.detail());
        case NAME_SERVICE_FAILED, OWN_NETWORK_DOWN -> new Availability.Unknown(failed.detail());
      };
    }
  }

  private sealed interface Step {
    record End(Availability availability) implements Step {}

    record Elsewhere(URI url) implements Step {}
  }
}
