package org.shouyue.server.bulletin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.Occurrences;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.work.Timed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells when a draft that affects a client lay too long: the promise to that client is missed, not
/// forgotten, and publishing it later is late.
@Component
class DraftWatch implements Timed {
  private static final List<Audience> PROVIDER =
      List.of(new Audience.OnDuty(), new Audience.OfRole(Role.PROVIDER_MANAGER));

  private final BulletinRows rows;
  private final SendingRows sendings;
  private final Assessment assessment;
  private final BulletinPromises promises;
  private final BulletinTelling telling;

  DraftWatch(
      BulletinRows rows,
      SendingRows sendings,
      Assessment assessment,
      BulletinPromises promises,
      BulletinTelling telling) {
    this.rows = rows;
    this.sendings = sendings;
    this.assessment = assessment;
    this.promises = promises;
    this.telling = telling;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return rows.nextLate(BulletinPromises.WITHIN);
  }

  @Override
  @Transactional
  public void at(Instant now) {
    for (Bulletin draft : rows.takeLate(now.minus(BulletinPromises.WITHIN))) {
      TenantScope.visible().forEach(client -> look(draft, client, now));
    }
  }

  private void look(Bulletin draft, UUID client, Instant now) {
    String affected =
        assessment.of(client, draft.advisory()).judged().stream()
            .filter(one -> one.judgement().outcome() == Outcome.AFFECTED)
            .map(one -> one.asset().name())
            .collect(Collectors.joining("、"));
    if (affected.isEmpty()) {
      return;
    }
    Occurrences.Promise promise = promises.of(client);
    UUID obligation =
        promise == null ? null : promises.owe(draft, promise, draft.gatheredAt(), now);
    sendings.late(draft.id(), client, obligation, now);
    telling.tell(
        draft,
        client,
        "bulletin-overdue",
        PROVIDER,
        Map.of(
            "assets", CsafReading.shortened(affected, 500),
            "due", BulletinTelling.minute(draft.gatheredAt().plus(BulletinPromises.WITHIN))),
        client.toString());
  }
}
