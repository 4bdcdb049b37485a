package org.shouyue.server.drill;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.drill.inject.InjectionRefused;
import org.shouyue.server.drill.inject.Injector;
import org.shouyue.server.home.ServerHome;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs drills: places every artefact or none, and takes all away when the drill is over, broken
/// off, out of time, or no longer allowed. Files and services are touched outside of transactions
/// that others wait for; what is placed is on record before it is.
@Service
class DrillField {
  private static final Logger LOG = LoggerFactory.getLogger(DrillField.class);
  private static final String PRODUCT = "守约";

  private final DrillRows rows;
  private final Placements placements;
  private final DrillAssets assets;
  private final DrillPermits permits;
  private final Injector injector;
  private final InstantSource clock;
  private final WallClock wall;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final String node;
  private final FieldLock field;

  DrillField(
      DrillRows rows,
      Placements placements,
      DrillAssets assets,
      DrillPermits permits,
      Injector injector,
      InstantSource clock,
      WallClock wall,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      ServerHome home) {
    this.rows = rows;
    this.placements = placements;
    this.assets = assets;
    this.permits = permits;
    this.injector = injector;
    this.clock = clock;
    this.wall = wall;
    this.transactions = transactions;
    this.events = events;
    this.node = home.root().toString();
    this.field = new FieldLock(home.directory("drill").resolve("lock"));
  }

  /// Starts a drill.
  ///
  /// @throws Problem 409 when something does not allow it; nothing is left in place then
  void start(UUID id) {
    var _ =
        field.alone(() -> {
          place(id);
          return true;
        });
  }

  private void place(UUID id) {
    List<Injector.Injection> all = new ArrayList<>();
    transactions.executeWithoutResult(_ -> all.addAll(begin(id)));
    for (Injector.Injection one : all) {
      try {
        injector.inject(one);
      } catch (InjectionRefused refused) {
        giveUp(id, one.id(), refused);
        throw Problem.conflict("injection-refused", "注入未能进行，已全部撤销：" + refused.getMessage());
      }
      transactions.executeWithoutResult(_ -> placements.placed(one.id(), clock.instant()));
    }
  }

  private List<Injector.Injection> begin(UUID id) {
    Drill drill = rows.lock(id);
    if (drill.state() != DrillState.PREPARED) {
      throw Problem.conflict("wrong-state", "演练现为 %s，不能开始".formatted(drill.state().code()));
    }
    Instant until = wall.instant().plus(Duration.ofMinutes(drill.limitMinutes()));
    List<Injector.Injection> all = new ArrayList<>();
    for (PlacedArtefact one : placements.of(id)) {
      DrillAsset asset = allowed(one);
      UUID permit = permits.allowing(asset, one.artefact());
      if (permit == null) {
        throw Problem.conflict(
            "no-permit", "没有允许在“%s”上演练且正在有效期内的授权书（方式“演练”），或总闸已拉下".formatted(asset.name()));
      }
      placements.placing(one.id(), node, permit);
      all.add(
          new Injector.Injection(
              one.id(),
              drill.clientId(),
              id,
              Path.of(asset.root()),
              one.artefact(),
              drill.marker(),
              until));
    }
    rows.started(id, Caller.current().name(), clock.instant());
    tell(drill, "drill.started", Map.of("number", drill.number()));
    notice(drill, "drill-started");
    return all;
  }

  private DrillAsset allowed(PlacedArtefact one) {
    DrillAsset asset = assets.find(one.assetId()).orElseThrow();
    if (asset.consentedAt() == null) {
      throw Problem.conflict("no-consent", "甲方尚未签字同意在“%s”上演练".formatted(asset.name()));
    }
    var _ = assets.allowed(asset.root());
    return asset;
  }

  private void giveUp(UUID drill, UUID failed, InjectionRefused refused) {
    LOG.warn("the artefact {} was refused: {}", failed, refused.getMessage());
    transactions.executeWithoutResult(_ -> placements.failed(failed, refused.code()));
    var _ =
        end(
            drill,
            new DrillRows.End(
                "refused",
                refused.getMessage(),
                Caller.ifPresent().map(Caller::name).orElse(PRODUCT),
                clock.instant()));
  }

  /// Ends a drill, however, and undoes what is in place here. What lies on another node is undone
  /// there within a second.
  ///
  /// @return false when it did not run
  boolean end(UUID id, DrillRows.End end) {
    return field.alone(() -> endAndUndo(id, end));
  }

  private boolean endAndUndo(UUID id, DrillRows.End end) {
    Boolean ended =
        transactions.execute(_ -> {
          Drill drill = rows.lock(id);
          boolean now = rows.ended(id, end);
          if (now) {
            tell(drill, "drill.ended", Map.of("number", drill.number(), "how", end.how()));
            notice(drill, "drill-ended");
          }
          return now;
        });
    for (PlacedArtefact one : placed(id)) {
      undo(one.id(), end.how());
    }
    return Boolean.TRUE.equals(ended);
  }

  private List<PlacedArtefact> placed(UUID id) {
    List<PlacedArtefact> all = transactions.execute(_ -> placements.of(id));
    return all == null
        ? List.of()
        : all.stream()
            .filter(one -> one.state().equals("placed") || one.state().equals("placing"))
            .toList();
  }

  /// Undoes one here; left to the journal when it cannot be undone now.
  private void undo(UUID id, String why) {
    Injector.@Nullable Undone found;
    try {
      found = injector.undo(id);
    } catch (InjectionRefused refused) {
      LOG.error("the artefact {} cannot be undone and will be tried again", id, refused);
      return;
    }
    if (found != null) {
      String how = found.name().toLowerCase(Locale.ROOT);
      transactions.executeWithoutResult(_ -> placements.undone(id, why, how, clock.instant()));
    }
  }

  /// Looks after one that this node's journal holds: undoes it when its time is up, its drill over,
  /// its permit gone, or its server was killed while placing it.
  void tend(Injector.Standing standing) {
    var _ =
        field.alone(() -> {
          look(standing);
          return true;
        });
  }

  private void look(Injector.Standing standing) {
    PlacedArtefact one = transactions.execute(_ -> placements.find(standing.id()));
    if (!wall.instant().isBefore(standing.until())) {
      undo(standing.id(), "timed-out");
      var _ = end(standing.drill(), ended("timed-out", "到时自动撤销"));
    } else if (one == null || !one.state().equals("placed")) {
      undo(standing.id(), "restarted");
      if (one != null && one.state().equals("placing")) {
        var _ = end(standing.drill(), ended("aborted", "服务在注入时中断，重启后撤销"));
      }
    } else if (!runs(standing.drill())) {
      undo(standing.id(), "ended");
    } else if (!stillAllowed(one)) {
      undo(standing.id(), "not-allowed");
      var _ = end(standing.drill(), ended("aborted", "授权已失效或总闸已拉下"));
    }
  }

  private DrillRows.End ended(String how, String why) {
    return new DrillRows.End(how, why, PRODUCT, clock.instant());
  }

  private boolean runs(UUID drill) {
    return Boolean.TRUE.equals(
        transactions.execute(_ -> rows.require(drill).state() == DrillState.RUNNING));
  }

  private boolean stillAllowed(PlacedArtefact one) {
    return Boolean.TRUE.equals(
        transactions.execute(_ ->
            assets
                .find(one.assetId())
                .map(asset -> permits.allowing(asset, one.artefact()) != null)
                .orElse(false)));
  }

  /// Corrects the record of what this node undid just before it was killed.
  void reconcile() {
    var _ =
        field.alone(() -> {
          Set<UUID> standing =
              injector.standing().stream().map(Injector.Standing::id).collect(toSet());
          transactions.executeWithoutResult(_ ->
              placements.heldBy(node).stream()
                  .filter(one -> !standing.contains(one.id()))
                  .forEach(one -> placements.undone(one.id(), "restarted", null, clock.instant())));
          return true;
        });
  }

  private void tell(Drill drill, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(drill.clientId(), action, drill.about(), details));
  }

  private void notice(Drill drill, String template) {
    events.publishEvent(
        new NoticeWanted(
            drill.clientId(),
            new Audience.OfRole(Role.CLIENT_SIGNATORY),
            Urgency.HIGH,
            template,
            Map.of("number", drill.number(), "title", drill.title(), "marker", drill.marker()),
            drill.about(),
            drill.about() + "/" + template));
  }
}
