package org.shouyue.server.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.shouyue.server.report.Tone;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.springframework.stereotype.Component;

/// The report about a special period: who was there when, what was checked and found.
@Component
class PeriodPaper {
  private final Papers papers;
  private final OnSiteShifts shifts;
  private final PeriodDesk desk;
  private final Directory directory;

  PeriodPaper(Papers papers, OnSiteShifts shifts, PeriodDesk desk, Directory directory) {
    this.papers = papers;
    this.shifts = shifts;
    this.desk = desk;
    this.directory = directory;
  }

  /// Draws it in the caller's transaction and returns the report's id.
  UUID draw(SpecialPeriod period, Instant now) {
    ZoneId zone = desk.zone(period);
    List<OnSiteShift> all = shifts.of(period.id());
    Coverage coverage = Coverage.of(period, all, now);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("值守时期", period.name());
    fields.put("开始", DutyWords.time(period.from(), zone));
    fields.put("结束", DutyWords.time(period.to(), zone));
    fields.put("值守地点", period.place() == null ? "未登记" : period.place());
    fields.put("班次数", Integer.toString(all.size()));
    fields.put("到岗时间占比", coverage.attended() + "%");
    fields.put("无人到岗班次", Integer.toString(coverage.unattended()));
    fields.put("迟到班次", Integer.toString(coverage.late()));
    return papers.draw(
        new Paper(
            period.clientId(),
            period.contractId(),
            "duty",
            "",
            "special-period/" + period.id(),
            period.name() + "值守",
            fields,
            List.of(attendance(all, zone, now), log(shifts.entries(period.id()), zone))));
  }

  private Section attendance(List<OnSiteShift> all, ZoneId zone, Instant now) {
    Set<UUID> people = new HashSet<>();
    all.forEach(shift -> {
      if (shift.person() != null) {
        people.add(shift.person());
      }
    });
    Map<UUID, String> names =
        directory.all(people).stream().collect(Collectors.toMap(PersonCard::id, PersonCard::name));
    List<List<Cell>> rows =
        all.stream()
            .map(shift ->
                List.of(
                    Cell.of(DutyWords.time(shift.from(), zone)),
                    Cell.of(name(shift.person(), names)),
                    arrival(shift, zone, now),
                    Cell.of(time(shift.checkedOutAt(), zone)),
                    Cell.of(shift.handOver() == null ? "—" : shift.handOver())))
            .toList();
    return Section.of(
        "shifts",
        "到岗与交接",
        "Attendance and hand-over",
        List.of(
            Block.table(
                "各班次到岗与交接",
                "没有班次。",
                List.of(
                    Column.centred("班次开始", "Shift", 18),
                    Column.text("值守人", "Person", 14),
                    Column.centred("签到", "In", 18),
                    Column.centred("签退", "Out", 18),
                    Column.text("交接记录", "Hand-over", 32)),
                rows)));
  }

  private static Section log(List<OnSiteShifts.Entry> entries, ZoneId zone) {
    List<List<Cell>> rows =
        entries.stream()
            .map(entry ->
                List.of(
                    Cell.of(DutyWords.time(entry.at(), zone)),
                    Cell.of(entry.by()),
                    Cell.of(entry.checked()),
                    Cell.of(entry.found() == null ? "正常" : entry.found())))
            .toList();
    return Section.of(
        "log",
        "值守记录",
        "Log",
        List.of(
            Block.table(
                "值守记录",
                "没有值守记录。",
                List.of(
                    Column.centred("时间", "Time", 18),
                    Column.text("值守人", "Person", 14),
                    Column.text("检查内容", "Checked", 34),
                    Column.text("发现", "Found", 34)),
                rows)));
  }

  private static Cell arrival(OnSiteShift shift, ZoneId zone, Instant now) {
    if (shift.checkedInAt() == null) {
      return Cell.of(shift.unattended(now) ? "无人到岗" : "—", Tone.BAD);
    }
    String at = DutyWords.time(shift.checkedInAt(), zone);
    return shift.late() ? Cell.of(at + "（迟到）", Tone.WARN) : Cell.of(at);
  }

  private static String time(@Nullable Instant at, ZoneId zone) {
    return at == null ? "—" : DutyWords.time(at, zone);
  }

  private static String name(@Nullable UUID person, Map<UUID, String> names) {
    return person == null ? "未安排" : names.getOrDefault(person, "已停用的人员");
  }
}
