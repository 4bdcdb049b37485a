package org.shouyue.server.bulletin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.bulletin.SendingRows.Sending;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.work.Timed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reminds clients of bulletins that they did not acknowledge in time: when the time is over, and
/// each day after, three times in all; and tells those on duty, who can call.
@Component
class AcknowledgementWatch implements Timed {
  private static final Duration AGAIN = Duration.ofDays(1);
  private static final int MOST = 3;

  private final BulletinRows rows;
  private final SendingRows sendings;
  private final BulletinTelling telling;

  AcknowledgementWatch(BulletinRows rows, SendingRows sendings, BulletinTelling telling) {
    this.rows = rows;
    this.sendings = sendings;
    this.telling = telling;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return sendings.nextReminder();
  }

  @Override
  @Transactional
  public void at(Instant now) {
    for (Sending sending : sendings.remind(now, now.plus(AGAIN), MOST)) {
      Bulletin bulletin = rows.find(sending.bulletinId());
      if (bulletin != null) {
        List<Audience> audiences = new ArrayList<>(BulletinTelling.CLIENT);
        audiences.add(new Audience.OnDuty());
        telling.tell(
            bulletin,
            sending.clientId(),
            "bulletin-unacknowledged",
            audiences,
            Map.of("due", BulletinTelling.minute(sending.dueAt())),
            "v%d/%s/%d".formatted(sending.version(), sending.clientId(), sending.reminded()));
      }
    }
  }
}
