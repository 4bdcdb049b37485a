package org.shouyue.server.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.report.Block;
import org.shouyue.server.report.Cell;
import org.shouyue.server.report.Paper;
import org.shouyue.server.report.Papers;
import org.shouyue.server.report.Section;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws a version of a plan up as a document (应急预案).
@Service
class PlanPaper {
  private final EmergencyPlanRows rows;
  private final Assets assets;
  private final Papers papers;

  PlanPaper(EmergencyPlanRows rows, Assets assets, Papers papers) {
    this.rows = rows;
    this.assets = assets;
    this.papers = papers;
  }

  @Transactional
  void draw(UUID id, int n) {
    Plan plan = rows.lock(id);
    PlanVersion version = rows.require(id, n);
    UUID report =
        papers.draw(
            new Paper(
                plan.clientId(),
                plan.contractId(),
                "emergency-plan",
                "",
                plan.about(),
                plan.title(),
                fields(version),
                sections(version.content())));
    rows.drawn(version.id(), report);
  }

  private static Map<String, String> fields(PlanVersion version) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("版本", "第 %d 版（%s）".formatted(version.n(), version.note()));
    fields.put("编制", version.drawnBy());
    fields.put("评审", version.reviewedBy() == null ? "尚未评审" : version.reviewedBy());
    fields.put(
        "甲方签批",
        version.approvedAt() == null
            ? "尚未签批"
            : "%s（%s）%s"
                .formatted(
                    version.approvedBy(),
                    version.approvedAs(),
                    version.approvedAt().atZone(WorkCalendar.SHANGHAI).toLocalDate()));
    return fields;
  }

  private List<Section> sections(PlanContent content) {
    List<Section> sections = new ArrayList<>();
    sections.add(scope(content));
    sections.add(duties(content));
    sections.add(contacts(content));
    for (int s = 0; s < content.scenarios().size(); s++) {
      sections.add(scenario(s, content.scenarios().get(s)));
    }
    for (int a = 0; a < content.annexes().size(); a++) {
      PlanContent.Annex annex = content.annexes().get(a);
      sections.add(
          Section.of(
              "annex-" + a,
              "附件：" + annex.title(),
              "Annex",
              List.of(new Block.Prose(annex.text()))));
    }
    return sections;
  }

  private Section scope(PlanContent content) {
    List<List<Cell>> systems =
        assets.all(content.systems()).stream()
            .map((Asset asset) -> List.of(Cell.of(asset.name()), Cell.of(asset.address())))
            .toList();
    return Section.of(
        "scope",
        "适用范围",
        "Scope",
        List.of(
            new Block.Prose(content.scope()),
            Block.table(
                "适用系统",
                "没有列出系统。",
                List.of(
                    Block.Column.text("系统", "System", 40), Block.Column.text("地址", "Address", 60)),
                systems)));
  }

  private static Section duties(PlanContent content) {
    return Section.of(
        "duties",
        "组织与职责",
        "Duties",
        List.of(
            Block.table(
                "职责分工",
                "没有列出分工。",
                List.of(
                    Block.Column.text("角色", "Role", 40),
                    Block.Column.text("责任人", "Person", 30),
                    Block.Column.text("替补", "Deputy", 30)),
                content.duties().stream()
                    .map(duty ->
                        List.of(
                            Cell.of(duty.role()), Cell.of(duty.person()), Cell.of(duty.deputy())))
                    .toList())));
  }

  private static Section contacts(PlanContent content) {
    List<List<Cell>> rows = new ArrayList<>();
    for (PlanContent.Contact contact : content.contacts()) {
      rows.add(
          List.of(
              Cell.of(rows.size() + 1L),
              Cell.of(contact.name()),
              Cell.of(contact.phone() == null ? "—" : contact.phone()),
              Cell.of(contact.mail() == null ? "—" : contact.mail())));
    }
    return Section.of(
        "contacts",
        "联络树（按次序呼叫）",
        "Call tree",
        List.of(
            Block.table(
                "联络树",
                "没有联络人。",
                List.of(
                    Block.Column.number("次序", "Place", 10),
                    Block.Column.text("姓名", "Name", 30),
                    Block.Column.text("电话", "Phone", 30),
                    Block.Column.text("邮箱", "Mail", 30)),
                rows)));
  }

  private static Section scenario(int number, PlanContent.Scenario scenario) {
    return Section.of(
        "scenario-" + number,
        "场景：" + scenario.title(),
        "Scenario",
        List.of(
            new Block.Prose(
                "征兆：%s。应在 %d 分钟内发现。".formatted(scenario.sign(), scenario.noticeMinutes())),
            Block.table(
                "处置步骤",
                "没有步骤。",
                List.of(
                    Block.Column.text("责任人", "Who", 25),
                    Block.Column.text("步骤", "What", 55),
                    Block.Column.number("时限（分钟）", "Within, minutes", 20)),
                scenario.steps().stream()
                    .map(step ->
                        List.of(
                            Cell.of(step.who()),
                            Cell.of(step.what()),
                            Cell.of(step.withinMinutes())))
                    .toList())));
  }
}
