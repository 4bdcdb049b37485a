package org.shouyue.server.external;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.external.ToldProblem.State;
import org.shouyue.server.finding.Finding;
import org.shouyue.server.finding.FindingState;
import org.shouyue.server.finding.Findings;
import org.shouyue.server.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done about each problem of a notice: fixed, then proven or refuted by a retest; or said
/// to be unfixable, with the reason that goes into the answer.
@Service
class NoticeMending {
  private final NoticeRows rows;
  private final NoticeDesk desk;
  private final Assets assets;
  private final Findings findings;

  NoticeMending(NoticeRows rows, NoticeDesk desk, Assets assets, Findings findings) {
    this.rows = rows;
    this.desk = desk;
    this.assets = assets;
    this.findings = findings;
  }

  /// Says that a problem is fixed, and how.
  @Transactional
  void fix(UUID id, int n, String how) {
    act(id, n, NoticeAct.FIX, State.FIXED, how);
  }

  /// Says what a retest showed.
  ///
  /// @throws Problem 409 when the problem is not said to be fixed, or our own finding of it is not
  ///   proven fixed
  @Transactional
  void retest(UUID id, int n, boolean passed, String note) {
    ToldProblem problem = problem(desk.lock(id), n);
    if (problem.state() != State.FIXED) {
      throw Problem.conflict("fix-first", "请先登记整改情况，再登记复测结果");
    }
    UUID finding = problem.findingId();
    if (passed && finding != null) {
      refuseUnproven(finding);
    }
    act(
        id,
        n,
        passed ? NoticeAct.PROVE : NoticeAct.REFUTE,
        passed ? State.PROVEN : State.OPEN,
        note);
  }

  /// Says that a problem cannot be fixed, and why.
  @Transactional
  void giveUp(UUID id, int n, String reason) {
    act(id, n, NoticeAct.GIVE_UP, State.UNFIXABLE, reason);
  }

  /// Matches a problem with an asset of the ledger and a finding of ours, either of them null for
  /// none.
  @Transactional
  void match(UUID id, int n, @Nullable UUID asset, @Nullable UUID finding) {
    Notice notice = desk.lock(id);
    ToldProblem problem = problem(notice, n);
    boolean known =
        asset == null
            || assets
                .find(asset)
                .map(Asset::clientId)
                .filter(notice.clientId()::equals)
                .isPresent();
    if (!known) {
      throw Problem.invalid("assetId", "names no asset " + asset);
    }
    Finding ours = finding == null ? null : findings.get(finding);
    if (finding != null && (ours == null || !ours.clientId().equals(notice.clientId()))) {
      throw Problem.invalid("findingId", "names no finding " + finding);
    }
    rows.put(
        id,
        new ToldProblem(
            n,
            problem.target(),
            problem.description(),
            asset,
            finding,
            problem.state(),
            problem.note(),
            problem.changedAt(),
            problem.changedBy()));
    desk.move(notice, NoticeAct.MATCH);
    desk.write(
        notice,
        NoticeAct.MATCH,
        n,
        Objects.toString(asset, "") + " " + Objects.toString(finding, ""));
  }

  private void act(UUID id, int n, NoticeAct act, State state, String text) {
    Notice notice = desk.lock(id);
    ToldProblem problem = problem(notice, n);
    rows.put(
        id,
        new ToldProblem(
            n,
            problem.target(),
            problem.description(),
            problem.assetId(),
            problem.findingId(),
            state,
            text,
            desk.now(),
            NoticeDesk.who()));
    desk.move(notice, act);
    desk.write(notice, act, n, text);
  }

  private ToldProblem problem(Notice notice, int n) {
    return rows.problems(notice.ticketId()).stream()
        .filter(one -> one.n() == n)
        .findFirst()
        .orElseThrow(() -> Problem.notFound("problem", n));
  }

  private void refuseUnproven(UUID id) {
    Finding finding = findings.get(id);
    boolean proven =
        finding == null
            || finding.state() == FindingState.FIXED
            || finding.state() == FindingState.DISMISSED;
    if (!proven) {
      throw Problem.conflict("retest-first", "关联的问题尚未经复测证明修复；请先在该问题上复测");
    }
  }
}
