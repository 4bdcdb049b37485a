package org.shouyue.server.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouyue.server.report.Block.Column;

/// How fast people acted, and how available the systems were.
final class ServiceLevelChapter {
  private ServiceLevelChapter() {}

  static Section of(Dossier dossier) {
    var blocks = new ArrayList<Block>();
    if (dossier.clocks().isEmpty()) {
      blocks.add(new Block.Prose("本期没有触发服务级别计时的工单。"));
    } else {
      blocks.add(new Block.Prose("达标率为达标次数除以已判定次数；计时中的不计入。每次计时见附件。"));
      blocks.add(new Block.Heading("按级别统计", "By level"));
      blocks.add(table("各服务级别达标情况表", "级别", "Level", dossier.levels()));
      blocks.add(new Block.Heading("按月统计", "By month"));
      blocks.add(new Block.Picture(Charts.levels(dossier.levelMonths())));
      blocks.add(table("逐月达标情况表", "月份", "Month", dossier.levelMonths()));
    }
    return Section.of("levels", "服务级别", "Service Levels", blocks);
  }

  private static Block table(
      String caption, String group, String english, List<LevelTally> tallies) {
    return new Block.Grid(
        caption,
        List.of(
            Column.text(group, english, 44),
            Column.number("达标", "met", 14),
            Column.number("超时", "breached", 14),
            Column.number("计时中", "running", 14),
            Column.number("达标率", "share met", 14)),
        tallies.stream().map(ServiceLevelChapter::row).toList());
  }

  private static List<Cell> row(LevelTally tally) {
    return List.of(
        Cell.of(tally.name()),
        Cell.of(tally.met()),
        Cell.count(tally.breached(), Tone.BAD),
        Cell.of(tally.running()),
        Cell.of(Wording.percent(tally.share())));
  }

  static Section availability(Dossier dossier) {
    var blocks = new ArrayList<Block>();
    if (dossier.availability().isEmpty()) {
      blocks.add(new Block.Prose("本期没有可用性观测记录。"));
    } else {
      blocks.add(new Block.Prose("可用性等于观测时间减去中断时间，再除以观测时间，逐月计算；不能判定的检测不计入任何一方。"));
      byAsset(dossier.availability())
          .forEach(
              (asset, rows) -> blocks.add(new Block.Picture(Charts.availability(asset, rows))));
      blocks.add(months(dossier.availability()));
      outages(dossier, blocks);
    }
    return Section.of("availability", "可用性", "Availability", blocks);
  }

  private static Map<String, List<AvailabilityRow>> byAsset(List<AvailabilityRow> rows) {
    var assets = new LinkedHashMap<String, List<AvailabilityRow>>();
    rows.forEach(row -> assets.computeIfAbsent(row.asset(), _ -> new ArrayList<>()).add(row));
    return assets;
  }

  private static Block months(List<AvailabilityRow> rows) {
    return new Block.Grid(
        "逐月可用性表",
        List.of(
            Column.text("对象", "Asset", 22),
            Column.centred("月份", "Month", 11),
            Column.number("检测", "checks", 9),
            Column.number("失败", "failed", 9),
            Column.number("未判定", "undecided", 10),
            Column.number("观测（分）", "observed min", 13),
            Column.number("中断（分）", "outage min", 12),
            Column.number("可用性", "share", 14)),
        rows.stream().map(ServiceLevelChapter::month).toList());
  }

  private static List<Cell> month(AvailabilityRow row) {
    Tone tone = Boolean.FALSE.equals(row.kept()) ? Tone.BAD : Tone.PLAIN;
    return List.of(
        Cell.of(row.asset()),
        Cell.of(row.month().toString()),
        Cell.of(row.checks()),
        Cell.of(row.failed()),
        Cell.of(row.undecided()),
        Cell.of(row.observedSeconds() / 60),
        Cell.of(row.outageSeconds() / 60),
        Cell.of(Wording.percent(row.share()), tone));
  }

  private static void outages(Dossier dossier, List<Block> blocks) {
    if (dossier.outages().isEmpty()) {
      blocks.add(new Block.Prose("本期没有观测到中断。"));
      return;
    }
    EvidenceLinks links = EvidenceLinks.of(dossier);
    blocks.add(new Block.Heading("中断记录", "Outages"));
    blocks.add(
        new Block.Grid(
            "中断记录表",
            List.of(
                Column.text("对象", "Asset", 30),
                Column.centred("开始", "From", 22),
                Column.centred("恢复", "To", 22),
                Column.centred("证据", "Evidence", 26)),
            dossier.outages().stream()
                .map(outage ->
                    List.of(
                        Cell.of(outage.asset()),
                        Cell.of(Wording.minute(outage.from(), dossier.zone())),
                        Cell.of(Wording.minute(outage.to(), dossier.zone())),
                        links.cell(outage.evidence())))
                .toList()));
  }
}
