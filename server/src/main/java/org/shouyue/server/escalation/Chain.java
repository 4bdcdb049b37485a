package org.shouyue.server.escalation;

import static org.shouyue.server.notify.Means.INBOX;
import static org.shouyue.server.notify.Means.MAIL;
import static org.shouyue.server.notify.Means.PHONE;
import static org.shouyue.server.notify.Means.ROBOT;
import static org.shouyue.server.notify.Means.SMS;

import java.time.Duration;
import java.util.List;
import org.shouyue.server.escalation.Step.Whom;
import org.shouyue.server.work.Severity;

/// In which order who is told of something of one severity. After the last step its last one comes
/// again, at first after `repeatMinutes`, then after twice as long each time, a day at most: until
/// somebody takes the matter, or it came again `repeatLimit` times and the managers are told that
/// nobody answers.
///
/// @param steps none for no escalation
/// @param own whether the client or the manager set it, rather than the usual one
record Chain(Severity severity, List<Step> steps, int repeatMinutes, int repeatLimit, boolean own) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /// With the usual pauses, the last of so many comes some days after the first.
  static final int USUAL_LIMIT = 10;

  Chain {
    steps = List.copyOf(steps);
  }

  /// What holds where nothing was set: contract 3 §5.3 has disasters told by phone at once around
  /// the clock, anything below by mail or robot; a phone call comes when nobody reacts to those.
  static Chain usual(Severity severity) {
    return switch (severity) {
      case CRITICAL ->
          new Chain(
              severity,
              List.of(
                  Step.to(Whom.ON_CALL, 0, PHONE, SMS, ROBOT, INBOX),
                  Step.to(Whom.ON_CALL, 5, PHONE, SMS),
                  Step.to(Whom.MANAGERS, 15, PHONE, SMS)),
              15,
              USUAL_LIMIT,
              false);
      case HIGH ->
          new Chain(
              severity,
              List.of(
                  Step.to(Whom.ON_CALL, 0, ROBOT, SMS, MAIL, INBOX),
                  Step.to(Whom.ON_CALL, 15, PHONE),
                  Step.to(Whom.MANAGERS, 30, PHONE, SMS)),
              30,
              USUAL_LIMIT,
              false);
      case MEDIUM, LOW, INFO -> new Chain(severity, List.of(), 60, USUAL_LIMIT, false);
    };
  }

  /// How long after the n-th repetition, from 0, the next one comes.
  static Duration pause(int repeatMinutes, int n) {
    Duration pause = Duration.ofMinutes((long) repeatMinutes << Math.clamp(n, 0, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
