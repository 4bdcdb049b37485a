package org.shouyue.server.export;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.outgoing.ExportGate;
import org.shouyue.server.outgoing.Leaving;
import org.shouyue.server.outgoing.Marking;
import org.shouyue.server.outgoing.Outgoing;
import org.shouyue.server.outgoing.Released;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The gate that asks the client's rule, uses an approval up, and writes everything down before the
/// first byte leaves.
@Component
class LoggingGate implements ExportGate {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final ZoneId ZONE = WorkCalendar.SHANGHAI;

  private final ExportPermits permits;
  private final Approvals approvals;
  private final ExportLog log;
  private final Marks marks;
  private final RowClients rowClients;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  LoggingGate(
      ExportPermits permits,
      Approvals approvals,
      ExportLog log,
      Marks marks,
      RowClients rowClients,
      InstantSource clock,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.permits = permits;
    this.approvals = approvals;
    this.log = log;
    this.marks = marks;
    this.rowClients = rowClients;
    this.clock = clock;
    this.events = events;
    this.transaction = transaction;
  }

  /// What is about to leave, with the number of each client's rows; null where nobody counts.
  private record Taking(Outgoing what, Map<UUID, @Nullable Long> clients) {}

  @Override
  public Leaving list(List<?> rows) {
    Map<UUID, @Nullable Long> clients = rowClients.of(rows);
    Outgoing what = new Outgoing(clients.keySet(), "export.csv", Marking.WRITTEN, false);
    return begin(new Taking(what, clients));
  }

  @Override
  public Leaving stream(Outgoing what) {
    return begin(taking(what));
  }

  @Override
  public Released file(Outgoing what, byte[] content) {
    LoggedLeaving leaving = begin(taking(what));
    byte[] marked =
        what.marking() == Marking.KEPT || leaving.number().isEmpty()
            ? content
            : marks.mark(what.name(), content, leaving);
    leaving.whole(marked);
    return new Released(what.name(), marked);
  }

  private static Taking taking(Outgoing what) {
    Map<UUID, @Nullable Long> clients = new HashMap<>();
    what.clients().forEach(client -> clients.put(client, null));
    return new Taking(what, clients);
  }

  private LoggedLeaving begin(Taking taking) {
    UnderWay way = UnderWay.current();
    if (way == null) {
      throw new IllegalStateException("files leave in answer to requests only");
    }
    Caller caller = Caller.current();
    LoggedLeaving leaving =
        taking.clients().isEmpty()
            ? new LoggedLeaving(null, "", taking.what(), this::finish, marks)
            : transaction.execute(_ -> written(taking, caller, way));
    way.pass();
    return leaving;
  }

  private LoggedLeaving written(Taking taking, Caller caller, UnderWay way) {
    Map<UUID, UUID> used = taking.what().shown() ? Map.of() : use(taking, caller, way);
    long number = log.next();
    for (Map.Entry<UUID, @Nullable Long> client : new TreeMap<>(taking.clients()).entrySet()) {
      log.add(number, entry(taking.what(), client, used.get(client.getKey()), caller, way));
      Map<String, Object> details = new HashMap<>();
      details.put("name", taking.what().name());
      details.put("path", way.path());
      details.put("shown", taking.what().shown());
      Long rows = client.getValue();
      if (rows != null) {
        details.put("rows", rows);
      }
      events.publishEvent(
          new Changed(client.getKey(), "export.taken", "export/" + Export.number(number), details));
    }
    return new LoggedLeaving(number, note(number, caller, way), taking.what(), this::finish, marks);
  }

  /// Uses up an approval of each client that wants to be asked: client to approval.
  private Map<UUID, UUID> use(Taking taking, Caller caller, UnderWay way) {
    Map<UUID, UUID> used = new HashMap<>();
    for (UUID client : permits.demanding(caller, taking.clients().keySet())) {
      UUID approval =
          permits
              .permit(caller, way, client)
              .map(Approval::id)
              .filter(approvals::use)
              .orElseThrow(() -> permits.needed(way, client));
      used.put(client, approval);
    }
    return used;
  }

  private Export entry(
      Outgoing what,
      Map.Entry<UUID, @Nullable Long> client,
      @Nullable UUID approval,
      Caller caller,
      UnderWay way) {
    return new Export(
        "",
        client.getKey(),
        "",
        clock.instant(),
        caller.id(),
        caller.name(),
        caller.role().code(),
        caller.address(),
        caller.token(),
        way.path(),
        way.query(),
        what.name(),
        what.marking().name().toLowerCase(Locale.ROOT),
        what.shown(),
        client.getValue(),
        approval,
        null,
        null);
  }

  private String note(long number, Caller caller, UnderWay way) {
    String left = way.leftOut() == 0 ? "" : "（另有 " + way.leftOut() + " 个甲方未批准，不在其中）";
    return "导出编号 %s · %s · %s · 仅限约定用途%s"
        .formatted(
            Export.number(number),
            caller.name(),
            MINUTE.format(clock.instant().atZone(ZONE)),
            left);
  }

  private void finish(long number, long bytes, String sha256) {
    transaction.executeWithoutResult(_ -> log.finish(number, bytes, sha256));
  }
}
