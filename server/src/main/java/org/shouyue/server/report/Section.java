package org.shouyue.server.report;

import java.util.List;

/// One chapter of a report.
///
/// @param key stable name that templates and tests use
/// @param annex true for a table of single records behind the report
record Section(String key, String chinese, String english, boolean annex, List<Block> blocks) {

  Section {
    blocks = List.copyOf(blocks);
  }

  static Section of(String key, String chinese, String english, List<Block> blocks) {
    return new Section(key, chinese, english, false, blocks);
  }

  static Section annex(String key, String chinese, String english, List<Block> blocks) {
    return new Section(key, chinese, english, true, blocks);
  }
}
