package org.shouyue.server.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How available something was in `[from, to)`, computed from its probes alone.
///
/// The accounting method: an outage begins at the first probe that finds the asset down and ends at
/// the next that finds it up, or at the window's end. Probes that could not say anything neither
/// begin nor end one. The share is the time outside outages over the whole window.
///
/// @param said how many probes could say something
/// @param unsaid how many could not
/// @param share 0 to 1, five places; null when no probe could say anything
public record Uptime(
    Instant from,
    Instant to,
    int said,
    int unsaid,
    int down,
    @Nullable BigDecimal share,
    List<Outage> outages) {

  public Uptime {
    outages = List.copyOf(outages);
  }

  /// A stretch of time in which something was down.
  public record Outage(Instant from, Instant to) {
    public Outage {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("an outage ends after it begins: " + from + ".." + to);
      }
    }

    public Duration length() {
      return Duration.between(from, to);
    }
  }

  /// Computes it.
  ///
  /// @param probes those of the window, in order
  static Uptime of(Instant from, Instant to, List<Probe> probes) {
    List<Outage> outages = new ArrayList<>();
    @Nullable Instant since = null;
    int said = 0;
    int down = 0;
    for (Probe probe : probes) {
      Boolean up = probe.up();
      if (up == null) {
        continue;
      }
      said++;
      down += up ? 0 : 1;
      if (up && since != null) {
        outages.add(new Outage(since, probe.at()));
        since = null;
      } else if (!up && since == null) {
        since = probe.at();
      }
    }
    if (since != null) {
      outages.add(new Outage(since, to));
    }
    return new Uptime(
        from,
        to,
        said,
        probes.size() - said,
        down,
        said == 0 ? null : share(from, to, outages),
        outages);
  }

  private static BigDecimal share(Instant from, Instant to, List<Outage> outages) {
    long whole = Duration.between(from, to).toSeconds();
    long lost = outages.stream().mapToLong(outage -> outage.length().toSeconds()).sum();
    return BigDecimal.valueOf(whole - lost)
        .divide(BigDecimal.valueOf(whole), 5, RoundingMode.HALF_UP);
  }
}
