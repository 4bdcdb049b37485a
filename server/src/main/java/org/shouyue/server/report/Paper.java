package org.shouyue.server.report;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a document about one occasion says: a drill, a training, an incident, a settlement. It is
/// written as docx, PDF, HTML and JSON from this one value.
///
/// ```java
/// papers.draw(
///     new Paper(client, contract, "training", "2026-03", "training/" + id, "钓鱼邮件防范培训",
///         Map.of("培训时间", "2026-03-05 09:00", "主讲人", "王工"),
///         List.of(
///             Section.of("people", "参训人员", "Participants",
///                 List.of(Block.table("签到表", "没有人签到。", columns, rows))))));
/// ```
///
/// @param contractId null when it belongs to no contract
/// @param kind a code as in [PaperKind]; a kind that is not in it is called 报告
/// @param period `2026-03`, `2026-Q1`, `2026`, or any words; empty for a paper about one moment,
///   which then bears the day of its issue
/// @param about the thing it is about, as in `ticket/0197…`
/// @param title what it is about, for people; the kind's name need not be repeated in it
/// @param fields particulars that stand in a table on the first page, in this order; a Word
///   template can place each by its name: `{{主讲人}}`
/// @param sections chapters with keys that differ; `particulars` is taken
public record Paper(
    UUID clientId,
    @Nullable UUID contractId,
    String kind,
    String period,
    String about,
    String title,
    Map<String, String> fields,
    List<Section> sections) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,39}");

  public Paper {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("a kind is a code as external-answer, not " + kind);
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("a paper has a title");
    }
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    sections = List.copyOf(sections);
    Set<String> keys = new HashSet<>(Set.of("particulars"));
    for (Section section : sections) {
      if (!keys.add(section.key())) {
        throw new IllegalArgumentException("two chapters have the key " + section.key());
      }
    }
  }
}
