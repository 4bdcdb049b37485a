package org.shouyue.server.bulletin;

import org.shouyue.server.work.Severity;

/// What severities and outcomes are called in documents and notices.
final class Words {
  private Words() {}

  static String of(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "严重";
      case HIGH -> "高危";
      case MEDIUM -> "中危";
      case LOW -> "低危";
      case INFO -> "提示";
    };
  }

  static String of(Outcome outcome) {
    return switch (outcome) {
      case AFFECTED -> "受影响";
      case UNKNOWN -> "待核实";
      case NOT_AFFECTED -> "不受影响";
    };
  }
}
