package org.shouyue.server.training;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Block.Column;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.springframework.stereotype.Component;

/// Writes what people get of a training: the report, the attendance list, a certificate.
@Component
class TrainingPaper {
  private static final ZoneId ZONE = WorkCalendar.SHANGHAI;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

  private final Papers papers;

  TrainingPaper(Papers papers) {
    this.papers = papers;
  }

  /// Draws the report about a session in the caller's transaction.
  UUID draw(Session session, Course course, List<Participant> all) {
    long came = all.stream().filter(one -> one.signedInAt() != null).count();
    long passed = all.stream().filter(Participant::passed).count();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("课程", course.name());
    fields.put("类别", course.topic() == Course.Topic.AWARENESS ? "信息安全意识" : "操作使用");
    fields.put("培训时间", TIME.format(session.startsAt()) + " 至 " + TIME.format(session.endsAt()));
    fields.put("地点", session.place());
    fields.put("主讲人", session.trainer());
    fields.put("邀请人数", Integer.toString(session.invited()));
    fields.put("参加人数", Long.toString(came));
    if (course.drawn() > 0) {
      fields.put("测验通过人数", Long.toString(passed));
    }
    mean(all, Participant::contentMark).ifPresent(mark -> fields.put("内容评价（5 分）", mark));
    mean(all, Participant::trainerMark).ifPresent(mark -> fields.put("讲师评价（5 分）", mark));
    return papers.draw(
        new Paper(
            session.clientId(),
            session.contractId(),
            "training",
            "",
            "training/" + session.id(),
            course.name(),
            fields,
            List.of(
                Section.of(
                    "syllabus", "培训内容", "Syllabus", List.of(new Block.Prose(course.syllabus()))),
                people(all),
                remarks(all))));
  }

  /// Draws a participant's certificate in the caller's transaction.
  UUID certificate(Session session, Participant one) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("证书编号", Objects.requireNonNullElse(one.certificate(), ""));
    fields.put("姓名", one.name());
    fields.put("单位", one.unit());
    fields.put("课程", session.course());
    fields.put("培训时间", TIME.format(session.startsAt()));
    if (one.mark() != null) {
      fields.put("测验成绩", one.mark() + " 分");
    }
    fields.put("查验", "在 /training/verify 输入证书编号，可查验证书是否有效");
    return papers.draw(
        new Paper(
            session.clientId(),
            session.contractId(),
            "training-certificate",
            "",
            "training/" + session.id(),
            one.name() + " " + session.course() + " 培训证书",
            fields,
            List.of()));
  }

  /// The attendance list as CSV.
  static byte[] attendance(List<Participant> all) {
    StringBuilder csv = new StringBuilder("\uFEFF姓名,单位,是否受邀,签到时间,签到方式,测验成绩\r\n");
    for (Participant one : all) {
      csv.append(
          "%s,%s,%s,%s,%s,%s\r\n"
              .formatted(
                  quoted(one.name()),
                  quoted(one.unit()),
                  one.invited() ? "是" : "否",
                  time(one.signedInAt()),
                  quoted(signedBy(one)),
                  one.mark() == null ? "" : one.mark()));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Quoted, and never read as a formula by a spreadsheet.
  private static String quoted(String text) {
    String safe = text.matches("[=+\\-@\\t].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static Section people(List<Participant> all) {
    List<List<Cell>> rows =
        all.stream()
            .map(one ->
                List.of(
                    Cell.of(one.name()),
                    Cell.of(one.unit()),
                    Cell.of(one.signedInAt() == null ? "未到" : time(one.signedInAt())),
                    Cell.of(signedBy(one)),
                    Cell.of(one.mark() == null ? "—" : one.mark() + (one.passed() ? "（通过）" : ""))))
            .toList();
    return Section.of(
        "people",
        "参训人员",
        "Participants",
        List.of(
            Block.table(
                "签到表",
                "没有人签到。",
                List.of(
                    Column.text("姓名", "Name", 18),
                    Column.text("单位", "Unit", 30),
                    Column.centred("签到时间", "Signed in", 22),
                    Column.text("签到方式", "By", 14),
                    Column.centred("测验", "Quiz", 16)),
                rows)));
  }

  private static Section remarks(List<Participant> all) {
    List<List<Cell>> rows =
        all.stream()
            .map(Participant::remarks)
            .filter(Objects::nonNull)
            .map(words -> List.of(Cell.of(words)))
            .toList();
    return Section.of(
        "remarks",
        "意见与建议",
        "Remarks",
        List.of(Block.table("意见与建议", "没有人留下意见。", List.of(Column.text("意见", "Remark", 100)), rows)));
  }

  private static String signedBy(Participant one) {
    if (one.signedInBy() == null) {
      return "";
    }
    return one.signedInBy().equals("code") ? "扫码" : "由" + one.signedInBy() + "登记";
  }

  private static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }

  private static java.util.Optional<String> mean(
      List<Participant> all, java.util.function.Function<Participant, @Nullable Integer> mark) {
    var marks =
        all.stream()
            .map(mark)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    return marks.getCount() == 0
        ? java.util.Optional.empty()
        : java.util.Optional.of("%.1f（%d 人）".formatted(marks.getAverage(), marks.getCount()));
  }
}
