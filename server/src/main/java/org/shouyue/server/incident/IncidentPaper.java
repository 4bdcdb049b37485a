package org.shouyue.server.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws the post-incident report: what contract clauses 1-2.10 and 2-A5 ask for, from what is on
/// record.
@Service
class IncidentPaper {
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final Incidents incidents;
  private final RoomView rooms;
  private final Timeline timeline;
  private final Papers papers;

  IncidentPaper(Incidents incidents, RoomView rooms, Timeline timeline, Papers papers) {
    this.incidents = incidents;
    this.rooms = rooms;
    this.timeline = timeline;
    this.papers = papers;
  }

  /// @throws Problem 409 when what people must write is not written yet
  @Transactional
  void draw(UUID id) {
    Incident incident = incidents.lockOpen(id);
    if (!incident.review().complete()) {
      throw Problem.conflict("not-reviewed", "请先填写事故描述、处理及恢复、溯源和经验教训");
    }
    RoomView.Room room = rooms.of(id);
    UUID report =
        papers.draw(
            new Paper(
                incident.clientId(),
                incident.contractId(),
                "incident",
                "",
                incident.about(),
                incident.title(),
                fields(incident),
                sections(room)));
    incidents.reported(id, report);
    timeline.tell(incident, "生成事件报告");
  }

  private static Map<String, String> fields(Incident incident) {
    Incident.Measures took = incident.measures();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("事件编号", incident.number());
    fields.put("类别", incident.category().chinese());
    fields.put("级别", incident.grade() == null ? "未定级" : incident.grade().chinese());
    fields.put("发生时间", shown(incident.occurredAt()));
    fields.put("发现时间", shown(incident.detectedAt()));
    fields.put("发现用时", words(took.detect()));
    fields.put("响应用时", words(took.respond()));
    fields.put("遏制用时", words(took.contain()));
    fields.put("恢复用时", words(took.recover()));
    return fields;
  }

  private static List<Section> sections(RoomView.Room room) {
    Incident.Review review = room.incident().review();
    List<Section> sections = new ArrayList<>();
    sections.add(prose("description", "事后事故描述", "Description", review.description()));
    sections.add(assets(room.assets()));
    sections.add(prose("handling", "事故处理及恢复", "Handling and recovery", review.handling()));
    sections.add(actions(room.actions()));
    sections.add(prose("cause", "溯源", "Root cause", review.rootCause()));
    sections.add(indicators(room.indicators()));
    sections.add(evidence(room.items()));
    sections.add(words(room));
    sections.add(tracking(room));
    sections.add(prose("lessons", "经验教训", "Lessons", review.lessons()));
    sections.add(course(room.timeline()));
    return sections;
  }

  private static Section prose(String key, String chinese, String english, String text) {
    return Section.of(key, chinese, english, List.of(new Block.Prose(text)));
  }

  private static Section assets(List<Asset> assets) {
    return Section.of(
        "assets",
        "受影响资产",
        "Assets concerned",
        List.of(
            Block.table(
                "受影响资产",
                "没有登记受影响资产。",
                List.of(
                    Block.Column.text("资产", "Asset", 40), Block.Column.text("地址", "Address", 60)),
                assets.stream()
                    .map(asset -> List.of(Cell.of(asset.name()), Cell.of(asset.address())))
                    .toList())));
  }

  private static Section actions(List<Actions.Action> actions) {
    return Section.of(
        "actions",
        "处置任务",
        "Actions",
        List.of(
            Block.table(
                "处置任务",
                "没有处置任务。",
                List.of(
                    Block.Column.text("阶段", "Stage", 12),
                    Block.Column.text("任务", "What", 33),
                    Block.Column.text("责任人", "Who", 15),
                    Block.Column.text("结果", "Result", 40)),
                actions.stream()
                    .map(action ->
                        List.of(
                            Cell.of(action.stage().chinese()),
                            Cell.of(action.what()),
                            Cell.of(action.who()),
                            Cell.of(action.result() == null ? "进行中" : action.result())))
                    .toList())));
  }

  private static Section indicators(List<RoomRows.Indicator> indicators) {
    return Section.of(
        "indicators",
        "失陷指标",
        "Indicators",
        List.of(
            Block.table(
                "失陷指标",
                "没有登记指标。",
                List.of(
                    Block.Column.text("类型", "Type", 15),
                    Block.Column.text("值", "Value", 50),
                    Block.Column.text("说明", "Note", 35)),
                indicators.stream()
                    .map(one ->
                        List.of(
                            Cell.of(one.type().code()), Cell.of(one.value()), Cell.of(one.note())))
                    .toList())));
  }

  private static Section evidence(List<RoomView.Held> items) {
    return Section.of(
        "evidence",
        "证物与保管链",
        "Evidence and custody",
        List.of(
            Block.table(
                "证物",
                "没有固定证物。",
                List.of(
                    Block.Column.text("证物", "Item", 25),
                    Block.Column.text("SHA-256", "SHA-256", 50),
                    Block.Column.text("现保管人", "Holder", 25)),
                items.stream()
                    .map(held ->
                        List.of(
                            Cell.of(held.item().name()),
                            Cell.of(held.item().sha256()),
                            Cell.of(held.holder())))
                    .toList()),
            Block.table(
                "保管链",
                "没有移交。",
                List.of(
                    Block.Column.text("证物", "Item", 20),
                    Block.Column.text("时间", "When", 20),
                    Block.Column.text("由", "From", 15),
                    Block.Column.text("至", "To", 15),
                    Block.Column.text("方式与封条", "How, seal", 30)),
                items.stream()
                    .flatMap(held ->
                        held.steps().stream()
                            .map(step ->
                                List.of(
                                    Cell.of(held.item().name()),
                                    Cell.of(shown(step.at())),
                                    Cell.of(step.giver()),
                                    Cell.of(step.receiver()),
                                    Cell.of((step.how() + " " + step.seal()).strip()))))
                    .toList())));
  }

  private static Section words(RoomView.Room room) {
    return Section.of(
        "words",
        "通报与报告",
        "Who was told",
        List.of(
            Block.table(
                "通报与报告",
                "没有通报记录。",
                List.of(
                    Block.Column.text("时间", "When", 20),
                    Block.Column.text("对象", "To", 20),
                    Block.Column.text("渠道", "Channel", 12),
                    Block.Column.text("内容", "What", 48)),
                room.words().stream()
                    .map(told ->
                        List.of(
                            Cell.of(shown(told.at())),
                            Cell.of(told.receiver()),
                            Cell.of(told.channel()),
                            Cell.of(told.text())))
                    .toList())));
  }

  private static Section tracking(RoomView.Room room) {
    return Section.of(
        "tracking",
        "后续跟踪",
        "Follow-up",
        List.of(
            new Block.Prose(
                room.incident().review().tracking().isBlank()
                    ? "后续事项见下表。"
                    : room.incident().review().tracking()),
            Block.table(
                "后续工单",
                "没有后续工单。",
                List.of(
                    Block.Column.text("工单", "Ticket", 25),
                    Block.Column.text("事项", "What", 55),
                    Block.Column.centred("状态", "State", 20)),
                room.followUps().stream()
                    .map(one ->
                        List.of(
                            Cell.of(one.number()),
                            Cell.of(one.title()),
                            Cell.of(one.closedAt() == null ? "跟踪中" : "已关闭")))
                    .toList())));
  }

  private static Section course(List<Timeline.Entry> entries) {
    return Section.annex(
        "timeline",
        "事件经过",
        "Timeline",
        List.of(
            Block.table(
                "事件经过",
                "没有记录。",
                List.of(
                    Block.Column.text("发生", "Happened", 19),
                    Block.Column.text("记录", "Recorded", 19),
                    Block.Column.text("内容", "What", 47),
                    Block.Column.text("记录人", "By", 15)),
                entries.stream()
                    .map(entry ->
                        List.of(
                            Cell.of(shown(entry.happenedAt())),
                            Cell.of(shown(entry.recordedAt())),
                            Cell.of(
                                entry.struckAt() == null
                                    ? entry.text()
                                    : "（已划去：%s）%s".formatted(entry.struckReason(), entry.text())),
                            Cell.of(entry.author())))
                    .toList())));
  }

  private static String shown(Instant at) {
    return at.atZone(WorkCalendar.SHANGHAI).format(SHOWN);
  }

  private static String words(@Nullable Long seconds) {
    if (seconds == null) {
      return "—";
    }
    Duration took = Duration.ofSeconds(seconds);
    return took.toHours() == 0
        ? "%d 分钟".formatted(took.plusSeconds(59).toMinutes())
        : "%d 小时 %d 分钟".formatted(took.toHours(), took.toMinutesPart());
  }
}
