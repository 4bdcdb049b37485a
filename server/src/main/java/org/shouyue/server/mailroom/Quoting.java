package org.shouyue.server.mailroom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells what somebody wrote from what they quote. The whole mail is kept as evidence beside it.
final class Quoting {
  private static final Pattern BEGINS =
      Pattern.compile(
          "^\\s*(-{2,}\\s*(原始邮件|回复的原邮件|转发邮件|Original Message|Forwarded message).*"
              + "|_{10,}\\s*"
              + "|(发件人|From)\\s*[:：].*"
              + "|On .{6,200} wrote:\\s*"
              + "|在\\s?.{4,120}(写道|写到)\\s*[:：]\\s*)$",
          Pattern.CASE_INSENSITIVE);

  private Quoting() {}

  /// The writer's own words; the whole text when nothing else is left.
  static String without(String text) {
    List<String> own = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (BEGINS.matcher(line).matches()) {
        break;
      }
      if (!line.startsWith(">")) {
        own.add(line.stripTrailing());
      }
    }
    String words = String.join("\n", own).strip();
    return words.isEmpty() ? text.strip() : words;
  }
}
