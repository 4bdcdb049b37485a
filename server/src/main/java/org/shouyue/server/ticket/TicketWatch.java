package org.shouyue.server.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.work.Timed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps an eye on the clocks of open tickets. Looks only at those of which a clock has something
/// to say; when that is is noted beside the ticket with every entry of its log, and computed anew
/// from the log when the time has come.
@Component
class TicketWatch implements Timed {
  private static final int BATCH = 200;

  private final TicketRows rows;
  private final Lookout lookout;
  private final TransactionTemplate transactions;

  TicketWatch(TicketRows rows, Lookout lookout, TransactionTemplate transactions) {
    this.rows = rows;
    this.lookout = lookout;
    this.transactions = transactions;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant next(Instant now) {
    return rows.nextWake(now);
  }

  @Override
  public void at(Instant now) {
    int looked;
    do {
      Integer batch = transactions.execute(_ -> look(now));
      looked = batch == null ? 0 : batch;
    } while (looked == BATCH);
  }

  private int look(Instant now) {
    List<Ticket> awake = rows.awake(now, BATCH);
    Map<UUID, List<TicketEvent>> logs = rows.logs(awake.stream().map(Ticket::id).toList());
    lookout.look(awake, logs, now);
    return awake.size();
  }
}
