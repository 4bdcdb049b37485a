package org.shouyue.server.acceptance;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.acceptance.AcceptanceRound.Check;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.NewEvidence;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Format;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.PaperKind;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.shouyue.server.report.SignatoryRow;
import org.shouyue.server.report.Tone;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The 《验收报告》 of a round, signed by both sides: the client's signature is that on the package, the
/// provider's is given here. The report is kept as evidence.
@Service
class RoundReports {
  private final AcceptanceRounds rounds;
  private final Acceptances acceptances;
  private final Agreements agreements;
  private final EvidenceLog evidence;
  private final Papers papers;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  RoundReports(
      AcceptanceRounds rounds,
      Acceptances acceptances,
      Agreements agreements,
      EvidenceLog evidence,
      Papers papers,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.rounds = rounds;
    this.acceptances = acceptances;
    this.agreements = agreements;
    this.evidence = evidence;
    this.papers = papers;
    this.clock = clock;
    this.events = events;
  }

  /// Signs for the provider and draws the report.
  ///
  /// @param drawing the drawn signature, a PNG picture
  /// @throws Problem 404 for an unknown round, 409 before the client has judged or when it is
  ///   signed
  @Transactional
  public UUID countersign(UUID id, String name, String role, byte[] drawing) {
    AcceptanceRound round =
        rounds.lock(id).orElseThrow(() -> Problem.notFound("acceptance-round", id));
    if (round.state() == AcceptanceRound.State.APPLIED) {
      throw Problem.conflict("not-judged", "甲方尚未签署结论，乙方随后方可会签");
    }
    if (round.reportId() != null) {
      throw Problem.conflict("already-signed", "乙方已经会签");
    }
    Instant now = clock.instant();
    String about = "acceptance/" + round.acceptanceId();
    long seq = keep(round, "provider-signature.png", "image/png", drawing, about, now);
    Signature client = acceptances.signature(round.acceptanceId()).orElseThrow();
    UUID paper = papers.draw(paper(round, client, new Provider(name, role, now, seq)));
    Papers.PaperFile file = papers.file(paper, Format.PDF);
    var _ = keep(round, file.name(), Format.PDF.mediaType(), file.content(), about, now);
    rounds.countersign(id, new AcceptanceRounds.Countersigned(name, role, now, paper));
    events.publishEvent(
        new Changed(round.clientId(), "acceptance.countersigned", about, Map.of("name", name)));
    return paper;
  }

  private record Provider(String name, String role, Instant at, long seq) {}

  private Paper paper(AcceptanceRound round, Signature client, Provider provider) {
    ZoneId zone = agreements.calendar(agreements.requireSigned(round.contractId())).zone();
    boolean accepted = round.state() == AcceptanceRound.State.ACCEPTED;
    var fields = new LinkedHashMap<String, String>();
    fields.put("验收期间", round.serviceFrom() + " 至 " + round.serviceUntil());
    fields.put("验收轮次", "第" + round.round() + "轮");
    fields.put("验收结论", accepted ? "验收通过" : "验收不通过");
    fields.put("申请时间", day(round.appliedAt(), zone));
    fields.put("甲方意见", client.remarks() == null ? "无" : client.remarks());
    if (round.mendBy() != null) {
      fields.put("整改期限", round.mendBy().toString());
    }
    fields.put("所验收材料摘要", client.packageDigest());
    return new Paper(
        round.clientId(),
        round.contractId(),
        PaperKind.ACCEPTANCE.code(),
        "",
        "acceptance/" + round.acceptanceId(),
        "服务第" + round.ordinal() + "次验收",
        fields,
        List.of(checklist(rounds.checks(round.id())), signatures(client, provider, zone)));
  }

  private static Section checklist(List<Check> checks) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Check check : checks) {
      rows.add(
          List.of(
              Cell.of(check.clause() == null ? check.serviceId() : check.clause()),
              Cell.of(check.title()),
              Cell.of(check.due()),
              Cell.of(check.done()),
              Cell.of(check.late()),
              Cell.of(check.missed()),
              judgement(check),
              Cell.of(check.remark() == null ? "" : check.remark())));
    }
    return Section.of(
        "checklist",
        "逐项验收清单",
        "Checklist",
        List.of(
            Block.table(
                "逐项验收清单",
                "合同没有列出服务项。",
                List.of(
                    Column.text("条款", "Clause", 10),
                    Column.text("服务项", "Service", 28),
                    Column.number("应做", "Due", 8),
                    Column.number("按期", "Done", 8),
                    Column.number("逾期", "Late", 8),
                    Column.number("未做", "Missed", 8),
                    Column.centred("甲方判定", "Verdict", 12),
                    Column.text("意见", "Remark", 18)),
                rows)));
  }

  private static Cell judgement(Check check) {
    return switch (check.judgement()) {
      case OPEN -> Cell.of("未判定", Tone.QUIET);
      case PASS -> Cell.of("通过", Tone.GOOD);
      case FAIL -> Cell.of("不通过", Tone.BAD);
    };
  }

  private static Section signatures(Signature client, Provider provider, ZoneId zone) {
    return Section.of(
        "signatures",
        "双方签署",
        "Signatures",
        List.of(
            new Block.Facts(
                "签署记录",
                List.of(
                    new Block.Fact(
                        "甲方签署",
                        "Client",
                        client.name()
                            + "（"
                            + client.role()
                            + "），"
                            + day(client.at(), zone)
                            + "，证据№"
                            + client.evidenceSeq()),
                    new Block.Fact(
                        "乙方签署",
                        "Provider",
                        provider.name()
                            + "（"
                            + provider.role()
                            + "），"
                            + day(provider.at(), zone)
                            + "，证据№"
                            + provider.seq()))),
            new Block.Signatures(
                List.of(
                    new SignatoryRow("甲方", null, client.name(), client.role()),
                    new SignatoryRow("乙方", null, provider.name(), provider.role())))));
  }

  private long keep(
      AcceptanceRound round, String name, String type, byte[] content, String about, Instant at) {
    return evidence
        .keep(new NewEvidence(round.clientId(), round.contractId(), name, type, content, about, at))
        .seq();
  }

  private static String day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate().toString();
  }
}
