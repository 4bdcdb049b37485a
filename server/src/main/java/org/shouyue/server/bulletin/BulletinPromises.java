package org.shouyue.server.bulletin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Occasion;
import org.shouyue.server.agreement.Occurrences;
import org.shouyue.server.agreement.Performance;
import org.shouyue.server.agreement.Performances;
import org.shouyue.server.agreement.Serving;
import org.springframework.stereotype.Component;

/// The promise of contracts to tell clients of what concerns them. It has no dates: each bulletin
/// gives it one, from when it came in. Callers bring the transaction.
@Component
class BulletinPromises {
  /// Within what time after a bulletin came in those whom it concerns are told. Contract 2 §4 says
  /// "in real time" (实时); others say 24 hours.
  static final Duration WITHIN = Duration.ofHours(24);

  private final Occurrences occurrences;
  private final Performances performances;
  private final Serving serving;
  private final SendingRows sendings;

  BulletinPromises(
      Occurrences occurrences, Performances performances, Serving serving, SendingRows sendings) {
    this.occurrences = occurrences;
    this.performances = performances;
    this.serving = serving;
    this.sendings = sendings;
  }

  /// The promise made to a client; null when no contract in force makes it.
  Occurrences.@Nullable Promise of(UUID client) {
    return occurrences.promises(Capability.BULLETIN).stream()
        .filter(one -> one.clientId().equals(client))
        .findFirst()
        .orElse(null);
  }

  /// Counts a bulletin that was sent just now.
  ///
  /// @param known when the provider could know that it concerns the client
  /// @return the obligation that was kept, in time or late
  @Nullable UUID keep(Bulletin bulletin, Occurrences.Promise promise, Instant known, Instant now) {
    UUID missed = sendings.missed(bulletin.id(), promise.clientId());
    UUID obligation = missed == null ? owe(bulletin, promise, known, now) : missed;
    return performances.perform(
        new Performance(
            promise.contractId(),
            Capability.BULLETIN,
            promise.serviceId(),
            obligation,
            now,
            BulletinTelling.who(),
            bulletin.about(),
            "已发送安全通告 " + bulletin.number() + " " + bulletin.advisory().title()));
  }

  /// Adds the obligation that a bulletin makes: to tell of it within a day of when it was known, or
  /// of when the contract began.
  UUID owe(Bulletin bulletin, Occurrences.Promise promise, Instant known, Instant now) {
    boolean before =
        serving.inForce(LocalDate.ofInstant(now, WorkCalendar.SHANGHAI)).stream()
            .filter(one -> one.id().equals(promise.contractId()))
            .map(one -> one.begins().atStartOfDay(WorkCalendar.SHANGHAI).toInstant())
            .anyMatch(known::isBefore);
    Instant since = before ? now : known;
    Instant due = since.plus(WITHIN);
    return occurrences.add(
        new Occasion(
            promise.contractId(),
            promise.serviceId(),
            bulletin.number() + " " + bulletin.advisory().title(),
            since,
            due,
            due));
  }
}
