package org.shouyue.server.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.shouyue.server.duty.DutyViews.ShownShift;

/// Times and reasons as notices and documents say them.
final class DutyWords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private DutyWords() {}

  static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  /// Why a shift is a gap; empty for none.
  static String gap(ShownShift shift) {
    String who = shift.hindered() == null ? "" : shift.hindered();
    return switch (shift.gap()) {
      case null -> "";
      case NOBODY -> "没有排人";
      case ABSENT -> who + "外出";
      case DISABLED -> who + "账号已停用";
      case NO_ACCESS -> who + "无权服务该甲方（未分配，或没有有效的保密承诺）";
      case NO_PHONE -> who + "没有登记电话";
    };
  }
}
