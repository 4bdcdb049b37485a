package org.shouyue.server.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/// What stands on the first page above the chapters, and in the last line below them.
///
/// @param title what it is about, the larger line: a contract's title, an occasion
/// @param chinese which kind of document it is
/// @param english the same in English
/// @param period as people write it
/// @param client the organisation it is addressed to
/// @param zone in which times are shown
record Cover(
    String number,
    String title,
    String chinese,
    String english,
    String period,
    String client,
    String colophon,
    Instant issuedAt,
    ZoneId zone) {

  /// Title and kind in one line.
  String heading() {
    return title + chinese;
  }

  /// What the tags of a Word template stand for.
  Map<String, String> tags() {
    return Map.of(
        "number", number,
        "title", title,
        "kind", chinese,
        "english", english,
        "period", period,
        "client", client,
        "colophon", colophon);
  }
}
