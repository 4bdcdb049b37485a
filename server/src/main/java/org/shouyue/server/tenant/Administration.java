package org.shouyue.server.tenant;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where changes to accounts and policy come in: done at once for those who administer alone, else
/// kept until a second person agrees.
@Service
class Administration {
  private final Administrators administrators;
  private final Accounts accounts;
  private final Proposals proposals;
  private final Seal seal;
  private final WallClock clock;
  private final ApplicationEventPublisher events;

  Administration(
      Administrators administrators,
      Accounts accounts,
      Proposals proposals,
      Seal seal,
      WallClock clock,
      ApplicationEventPublisher events) {
    this.administrators = administrators;
    this.accounts = accounts;
    this.proposals = proposals;
    this.seal = seal;
    this.clock = clock;
    this.events = events;
  }

  /// What became of a change.
  ///
  /// @param proposal under which it waits for a second person; null when it was done
  /// @param password the one-time password that it made, shown this once; null for none
  record Outcome(@Nullable UUID proposal, @Nullable String password) {
    @Override
    public String toString() {
      return "Outcome[" + proposal + "]";
    }
  }

  /// Does the change, or proposes it.
  ///
  /// @param title whom it is about, in words, for the person who decides
  @Transactional
  Outcome submit(Change change, String title) {
    Caller caller = Caller.current();
    administrators.requireDuty(caller.role());
    if (administrators.alone(caller.role())) {
      return new Outcome(null, accounts.make(change));
    }
    accounts.check(change);
    UUID id = UUID.randomUUID();
    proposals.add(id, change, title, caller.id(), clock.instant());
    publish("proposal.made", id, change.kind(), title);
    return new Outcome(id, null);
  }

  /// Agrees to a proposal, which takes effect.
  @Transactional
  void approve(UUID id) {
    Proposals.Proposal proposal = open(id);
    requireSecondPerson(proposal);
    decide(id, "approved", null);
    String password = accounts.make(proposals.change(proposal));
    if (password != null) {
      proposals.keepPassword(id, seal.seal(password.getBytes(StandardCharsets.UTF_8), purpose(id)));
    }
    publish("proposal.approved", id, proposal.kind(), proposal.title());
  }

  @Transactional
  void refuse(UUID id, String reason) {
    Proposals.Proposal proposal = open(id);
    requireSecondPerson(proposal);
    decide(id, "refused", reason);
    publish("proposal.refused", id, proposal.kind(), proposal.title());
  }

  @Transactional
  void withdraw(UUID id) {
    Proposals.Proposal proposal = open(id);
    requireProposer(proposal);
    decide(id, "withdrawn", null);
    publish("proposal.withdrawn", id, proposal.kind(), proposal.title());
  }

  /// The one-time password that an approved proposal made: for its proposer, once.
  @Transactional
  String password(UUID id) {
    Proposals.Proposal proposal =
        proposals.find(id).orElseThrow(() -> Problem.notFound("proposal", id));
    requireProposer(proposal);
    byte[] sealed =
        proposals
            .takePassword(id)
            .orElseThrow(() -> Problem.conflict("no-password", "没有可领取的一次性密码；它只能领取一次，如已遗失请重新申请重置。"));
    publish("password.fetched", id, proposal.kind(), proposal.title());
    return new String(seal.open(sealed, purpose(id)), StandardCharsets.UTF_8);
  }

  private Proposals.Proposal open(UUID id) {
    Proposals.Proposal proposal =
        proposals.find(id).orElseThrow(() -> Problem.notFound("proposal", id));
    if (!proposal.state().equals("waiting")) {
      throw alreadyDecided();
    }
    return proposal;
  }

  private void requireSecondPerson(Proposals.Proposal proposal) {
    Caller caller = Caller.current();
    if (caller.id().equals(proposal.proposedBy())
        || !administrators.mayDecide(caller.role(), proposal.proposerRole())) {
      throw Problem.of(HttpStatus.FORBIDDEN, "second-person", "须由另一位管理员审批：系统管理员提出的由安全管理员同意，反之亦然。");
    }
  }

  private static void requireProposer(Proposals.Proposal proposal) {
    if (!Caller.current().id().equals(proposal.proposedBy())) {
      throw Problem.forbidden("只有提出人可以这样做。");
    }
  }

  private void decide(UUID id, String state, @Nullable String reason) {
    if (!proposals.decide(id, state, Caller.current().id(), clock.instant(), reason)) {
      throw alreadyDecided();
    }
  }

  private static Problem alreadyDecided() {
    return Problem.conflict("already-decided", "这项申请已经处理过，请刷新页面。");
  }

  private void publish(String action, UUID id, String kind, String title) {
    events.publishEvent(
        new Changed(null, action, "proposal/" + id, Map.of("kind", kind, "title", title)));
  }

  private static String purpose(UUID proposal) {
    return "proposal " + proposal;
  }
}
