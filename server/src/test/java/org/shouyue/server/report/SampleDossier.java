package org.shouyue.server.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.shouyue.contract.Lines;

/// A contract year as an office would see it: most kept, one late, one missed, one that nobody can
/// tell.
final class SampleDossier {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String DIGEST =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private SampleDossier() {}

  static Dossier year() {
    return of(Dossier.Kind.ACCEPTANCE, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), true);
  }

  static Dossier month() {
    return of(Dossier.Kind.MONTHLY, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), false);
  }

  static Dossier empty() {
    Dossier year = year();
    return new Dossier(
        Dossier.Kind.ACCEPTANCE,
        "YS-0",
        new Dossier.Header("c0", null, "空合同", "某单位", null, null, null, null, null, null),
        year.from(),
        year.to(),
        year.issuedAt(),
        ZONE,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Dossier of(Dossier.Kind kind, LocalDate from, LocalDate to, boolean replayed) {
    return new Dossier(
        kind,
        "YS-QHWA-2026-" + (kind == Dossier.Kind.MONTHLY ? "03" : "01"),
        new Dossier.Header(
            "7d0f7f0e-0000-4000-8000-000000000001",
            "QHWA-2026-017",
            "清河县政府网站群安全运维服务合同",
            "清河县大数据中心",
            "安和信息安全技术有限公司",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            new BigDecimal("486000.00"),
            LocalDate.of(2025, 12, 25),
            DIGEST),
        from,
        to,
        at(to.plusDays(1), 9),
        ZONE,
        replayed,
        clauses(from, to),
        within(from, to, clocks()),
        List.of(finding(1, "high", "fixed"), finding(2, "medium", "open")),
        List.of(ticket(1, "fault"), ticket(2, "rectification"), ticket(3, "change")),
        availability(from, to),
        List.of(
            new OutageRow(
                "县政府门户网站",
                at(LocalDate.of(2026, 3, 9), 10),
                at(LocalDate.of(2026, 3, 9), 13),
                List.of(5L))),
        List.of(
            new AcceptanceRow("P6M", LocalDate.of(2026, 6, 30), "已通过", Lines.at(88)),
            new AcceptanceRow(null, LocalDate.of(2026, 12, 31), "待验收", Lines.at(89))),
        List.of(
            new PaymentRow(
                "首付款",
                new BigDecimal("145800.00"),
                LocalDate.of(2026, 1, 9),
                "486,000.00 x 30% = 145,800.00；签订后10个工作日内",
                new Lines(70, 71)),
            new PaymentRow("尾款", null, null, "验收通过后支付，金额原文留空", Lines.at(73))),
        List.of(
            new ChargeRow(
                ChargeRow.Kind.PENALTY,
                "乙方",
                "季度渗透测试逾期交付",
                new BigDecimal("729.00"),
                "3 days late x 0.0005 x 486,000.00 = 729.00, cap 97,200.00 not reached",
                Lines.at(80)),
            new ChargeRow(
                ChargeRow.Kind.DEDUCTION,
                "乙方",
                "门户网站可用性未达99.9%",
                new BigDecimal("4860.00"),
                "2 steps of 0.1% below 99.9% x 0.5% x 486,000.00 = 4,860.00",
                new Lines(81, 82))),
        List.of(
            new DecisionRow(
                1,
                "conflict",
                "巡检周期：标题写“每季度”，正文写“每月”",
                new Lines(31, 36),
                "按每月执行",
                "李科长",
                at(LocalDate.of(2025, 12, 28), 10))),
        List.of(
            new PermitRow(
                "QHWA-SQ-01",
                List.of("www.example.test", "192.0.2.0/24"),
                List.of("只读访问", "端口探测"),
                at(LocalDate.of(2026, 1, 1), 0),
                at(LocalDate.of(2027, 1, 1), 0),
                "王主任",
                "valid",
                DIGEST)),
        List.of(
            new SignatoryRow("甲方", "清河县大数据中心", null, null),
            new SignatoryRow("乙方", "安和信息安全技术有限公司", null, null)),
        LongStream.rangeClosed(1, 200).mapToObj(SampleDossier::evidence).toList());
  }

  private static List<ClauseRow> clauses(LocalDate from, LocalDate to) {
    var rows = new ArrayList<ClauseRow>();
    rows.add(
        clause(
            "2.1",
            "网站可用性监测",
            "对县政府门户网站进行7×24小时可用性监测，每月可用性不低于99.9%。",
            "P1M",
            true,
            monthly(from, to, 1)));
    rows.add(
        clause(
            "2.2",
            "证书检查",
            "每月检查HTTPS证书的有效期、域名匹配和加密协议，临近到期前30日书面提醒甲方。",
            "P1M",
            true,
            monthly(from, to, 13)));
    rows.add(
        clause("2.3", "漏洞检查", "网站漏洞隔日检查一次，发现漏洞后及时通报并协助修复。", "P2D", true, everyOtherDay(from, to)));
    rows.add(
        clause("2.4", "系统巡检", "每月对6个业务系统进行一次安全巡检，出具巡检报告。", "P1M", false, monthly(from, to, 30)));
    rows.add(
        clause(
            "3.1",
            "渗透测试",
            "每季度进行一次渗透测试，不得影响业务运行，出具渗透测试报告及整改建议。",
            "P3M",
            false,
            quarterly(from, to)));
    rows.add(clause("3.2", "安全培训", "每年组织不少于两次安全意识培训。", "R2/P1Y", false, training(from, to)));
    rows.add(
        new ClauseRow(
            "3.3",
            "3.3",
            "应急响应",
            "发生安全事件时30分钟内响应，2小时内给出解决方案。",
            Lines.at(52),
            "on-event",
            null,
            false,
            false,
            List.of(),
            List.of("GD-2026-0001")));
    rows.add(
        new ClauseRow(
            "3.4",
            "3.4",
            "小型改版",
            "网站小型改版全年不超过10次。",
            Lines.at(55),
            "on-request",
            10,
            false,
            false,
            List.of(),
            List.of()));
    rows.add(
        new ClauseRow(
            "3.5",
            "3.5",
            "日志留存",
            "保存系统日志。",
            Lines.at(57),
            null,
            null,
            false,
            false,
            List.of(),
            List.of()));
    return rows;
  }

  private static ClauseRow clause(
      String number,
      String title,
      String promise,
      String cycle,
      boolean automatic,
      List<Occurrence> occurrences) {
    int line = 20 + (int) Math.round(Double.parseDouble(number) * 10);
    return new ClauseRow(
        number,
        number,
        title,
        promise,
        new Lines(line, line + 1),
        cycle,
        null,
        false,
        automatic,
        occurrences,
        List.of());
  }

  private static List<Occurrence> monthly(LocalDate from, LocalDate to, long evidence) {
    var rows = new ArrayList<Occurrence>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusMonths(1)) {
      Outcome outcome = day.getMonthValue() == 8 && evidence == 30 ? Outcome.MISSED : Outcome.DONE;
      rows.add(occurrence("m" + evidence, day, day.plusMonths(1), outcome, evidence));
    }
    return rows;
  }

  private static List<Occurrence> everyOtherDay(LocalDate from, LocalDate to) {
    var rows = new ArrayList<Occurrence>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(2)) {
      boolean unknown = day.equals(LocalDate.of(2026, 3, 10));
      rows.add(occurrence("d", day, day.plusDays(2), unknown ? Outcome.UNKNOWN : Outcome.DONE, 40));
    }
    return rows;
  }

  private static List<Occurrence> quarterly(LocalDate from, LocalDate to) {
    var rows = new ArrayList<Occurrence>();
    for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusMonths(3)) {
      LocalDate end = day.plusMonths(3);
      if (end.isAfter(from) && !end.isAfter(to.plusDays(1))) {
        rows.add(
            occurrence("q", day, end, day.getMonthValue() == 1 ? Outcome.LATE : Outcome.DONE, 60));
      }
    }
    return rows;
  }

  private static List<Occurrence> training(LocalDate from, LocalDate to) {
    if (from.getMonthValue() == to.getMonthValue()) {
      return List.of(
          occurrence("t", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1), Outcome.UPCOMING, 0));
    }
    return List.of(
        occurrence("t", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1), Outcome.DONE, 70),
        occurrence("t", LocalDate.of(2026, 7, 1), LocalDate.of(2027, 1, 1), Outcome.WAIVED, 0));
  }

  private static Occurrence occurrence(
      String id, LocalDate from, LocalDate to, Outcome outcome, long evidence) {
    Instant performed =
        switch (outcome) {
          case DONE -> at(to.minusDays(1), 10);
          case LATE -> at(to.plusDays(2), 16);
          case CANCELLED, UPCOMING, WAIVED, UNKNOWN, MISSED -> null;
        };
    String note =
        switch (outcome) {
          case WAIVED -> "甲方来函延至下年度";
          case UNKNOWN -> "检查目标拒绝连接，无法判定";
          case CANCELLED, UPCOMING, DONE, LATE, MISSED -> null;
        };
    return new Occurrence(
        id + "-" + from,
        at(from, 0),
        at(to, 0),
        outcome,
        performed,
        "县政府门户网站",
        note,
        performed == null ? List.of() : List.of(evidence, evidence + 1));
  }

  private static List<ClockRow> clocks() {
    var rows = new ArrayList<ClockRow>();
    for (int month = 1; month <= 12; month++) {
      for (int n = 0; n <= month % 4; n++) {
        Instant start = at(LocalDate.of(2026, month, 3 + n * 5), 9);
        boolean breached = month == 3 && n == 2 || month == 9 && n == 1;
        rows.add(
            new ClockRow(
                "GD-2026-%04d".formatted(month * 10 + n),
                "网站故障",
                n % 2 == 0 ? "一级" : "二级",
                n % 2 == 0 ? ClockRow.Kind.RESPOND : ClockRow.Kind.RESOLVE,
                n % 2 == 0 ? Duration.ofMinutes(30) : Duration.ofHours(4),
                start,
                start.plusSeconds(n % 2 == 0 ? 1800 : 14400),
                start.plusSeconds(breached ? 20000 : 900),
                n == 1 ? 1200 : 0,
                breached ? ClockRow.State.BREACHED : ClockRow.State.MET));
      }
    }
    return rows;
  }

  private static List<ClockRow> within(LocalDate from, LocalDate to, List<ClockRow> clocks) {
    return clocks.stream()
        .filter(clock -> !clock.startedAt().isBefore(at(from, 0)))
        .filter(clock -> clock.startedAt().isBefore(at(to.plusDays(1), 0)))
        .toList();
  }

  private static List<AvailabilityRow> availability(LocalDate from, LocalDate to) {
    var rows = new ArrayList<AvailabilityRow>();
    YearMonth last = YearMonth.from(to);
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      long observed = month.lengthOfMonth() * 86_400L;
      long outage = month.getMonthValue() == 3 ? 10_800 : month.getMonthValue() == 7 ? 1_500 : 0;
      rows.add(
          new AvailabilityRow(
              "县政府门户网站",
              month,
              observed / 300,
              outage / 300,
              0,
              observed,
              outage,
              new BigDecimal("0.999")));
    }
    return rows;
  }

  private static FindingRow finding(int n, String severity, String state) {
    return new FindingRow(
        "f" + n,
        n == 1 ? "未登记的开放端口 8081/tcp" : "HTTPS证书将在20日内到期",
        severity,
        "县政府门户网站",
        state,
        at(LocalDate.of(2026, 3, 4), 8),
        at(LocalDate.of(2026, 3, 6), 8),
        "GD-2026-0002",
        List.of(90L + n));
  }

  private static TicketRow ticket(int n, String kind) {
    Instant opened = at(LocalDate.of(2026, 3, 3 + n), 9);
    return new TicketRow(
        "GD-2026-000" + n,
        kind,
        List.of("门户网站无法访问", "关闭未登记端口", "首页栏目调整").get(n - 1),
        n == 3 ? null : "high",
        n == 3 ? "open" : "closed",
        opened,
        n == 3 ? null : opened.plusSeconds(7200),
        n == 3 ? null : opened.plusSeconds(9000));
  }

  private static EvidenceRow evidence(long seq) {
    Instant at = at(LocalDate.of(2026, 1, 1).plusDays(seq), 10);
    String name = "observation-%04d.json".formatted(seq);
    return new EvidenceRow(
        seq,
        name,
        DIGEST,
        at,
        at.plusSeconds(2),
        seq % 9 == 0 ? "人工提交" : "site-availability",
        "evidence/" + name);
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }
}
