package org.shouyue.server.bulletin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.TenantScope;
import org.shouyue.server.work.Timed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings a published bulletin also to those clients that whoever published it may not see, such as
/// one for whom their undertaking of secrecy has run out: nobody stays untold for that.
@Component
class Spreading implements Timed {
  private final BulletinRows rows;
  private final Delivery delivery;

  Spreading(BulletinRows rows, Delivery delivery) {
    this.rows = rows;
    this.delivery = delivery;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return rows.isSpread() ? null : now;
  }

  @Override
  @Transactional
  public void at(Instant now) {
    for (Bulletin bulletin : rows.takeUnspread()) {
      Bulletin told = rows.asTold(bulletin);
      if (told != null) {
        for (UUID client : TenantScope.visible()) {
          var _ = delivery.deliver(told, client, now, bulletin.toEverybody());
        }
      }
    }
  }
}
