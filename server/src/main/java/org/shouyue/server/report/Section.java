package org.shouyue.server.report;

import java.util.List;

/// One chapter of a report.
///
/// @param key stable name that templates and tests use
/// @param annex true for a table of single records behind the report
public record Section(
    String key, String chinese, String english, boolean annex, List<Block> blocks) {

  public Section {
    blocks = List.copyOf(blocks);
  }

  /// A chapter of the report itself, numbered 一、二、三.
  public static Section of(String key, String chinese, String english, List<Block> blocks) {
    return new Section(key, chinese, english, false, blocks);
  }

  /// A chapter behind the report, numbered 附件1, 附件2.
  public static Section annex(String key, String chinese, String english, List<Block> blocks) {
    return new Section(key, chinese, english, true, blocks);
  }
}
