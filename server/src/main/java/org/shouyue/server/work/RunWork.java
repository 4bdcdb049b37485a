package org.shouyue.server.work;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.work.Outcome.Unable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Works on one run: takes it, does the work outside any transaction, records the end.
@Component
class RunWork {
  private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);

  private final Runs runs;
  private final RunEnd end;
  private final RunAccess access;
  private final Memories memories;
  private final Capabilities capabilities;
  private final InstantSource clock;
  private final TransactionTemplate transaction;
  private final String node = "node-" + ProcessHandle.current().pid();

  RunWork(
      Runs runs,
      RunEnd end,
      RunAccess access,
      Memories memories,
      Capabilities capabilities,
      InstantSource clock,
      TransactionTemplate transaction) {
    this.runs = runs;
    this.end = end;
    this.access = access;
    this.memories = memories;
    this.capabilities = capabilities;
    this.clock = clock;
    this.transaction = transaction;
  }

  /// Works on a run of the client in scope; does nothing when it is over already.
  void work(UUID id) {
    Started started = transaction.execute(_ -> start(id));
    if (started == null) {
      return;
    }
    Outcome outcome =
        started.refusal() != null ? new Unable(started.refusal()) : perform(started.context());
    end.record(
        started.run(), outcome, started.context() == null ? List.of() : started.context().log());
  }

  /// Ends a run that failed again and again for reasons of our own.
  void abandon(UUID id, String reason) {
    Run run = transaction.execute(_ -> runs.find(id));
    if (run != null) {
      end.record(run, new Unable(reason), List.of());
    }
  }

  private record Started(Run run, @Nullable RunContext context, @Nullable String refusal) {}

  private @Nullable Started start(UUID id) {
    Run run = runs.begin(id, node, clock.instant());
    if (run == null) {
      return null;
    }
    Asset asset = access.asset(run);
    if (asset == null) {
      return new Started(run, null, "资产已不在台账中");
    }
    return new Started(
        run,
        new RunContext(
            run,
            asset,
            access.of(run),
            clock,
            new Watching(run.id()),
            memories.of(run.assetId(), run.capability())),
        null);
  }

  private Outcome perform(@Nullable RunContext context) {
    if (context == null) {
      return new Unable("没有可执行的对象");
    }
    Run run = context.run();
    Capability capability = capabilities.find(run.capability());
    if (capability == null) {
      return new Unable("本服务器没有执行能力 " + run.capability().code());
    }
    try {
      Found earlier = access.earlier(run);
      Outcome outcome =
          earlier == null ? capability.run(context) : capability.retest(context, earlier);
      return outcome;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Unable("节点停机,执行中断");
    } catch (RuntimeException e) { // the outer edge of foreign work: whatever breaks, it is unable
      LOG.warn("run {} of {} broke", run.id(), run.capability().code(), e);
      return new Unable("执行出错: " + e);
    }
  }

  /// Tells the database how far a run is.
  private final class Watching implements RunContext.Watcher {
    private final UUID id;

    Watching(UUID id) {
      this.id = id;
    }

    @Override
    public void progress(int done, int total, String message) {
      transaction.executeWithoutResult(_ -> runs.progress(id, done, total, message));
    }

    @Override
    public boolean cancelAsked() {
      return Boolean.TRUE.equals(transaction.execute(_ -> runs.cancelAskedBy(id) != null));
    }
  }
}
