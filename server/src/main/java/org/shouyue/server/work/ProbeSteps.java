package org.shouyue.server.work;

import java.time.Duration;

/// How often something watched is looked at.
///
/// @param whileUp between two probes as long as nothing is wrong
/// @param whileDown between two probes while it is down, so that an outage is measured finely
public record ProbeSteps(Duration whileUp, Duration whileDown) {

  public ProbeSteps {
    if (!whileUp.isPositive() || !whileDown.isPositive()) {
      throw new IllegalArgumentException(
          "probes are some time apart, not " + whileUp + " and " + whileDown);
    }
  }
}
