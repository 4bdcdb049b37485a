package org.shouyue.cli.demo;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Tells what happens in the demo, in one language, with the day on which it happens.
final class Teller {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

  private final PrintWriter out;
  private final boolean chinese;

  Teller(PrintWriter out, boolean chinese) {
    this.out = out;
    this.chinese = chinese;
  }

  /// A step of the demo itself.
  void step(String zh, String en) {
    tell("== " + choose(zh, en));
  }

  /// Something that happens at a moment of the contract year.
  void happens(Instant at, String zh, String en) {
    tell("   " + MOMENT.format(at) + "  " + choose(zh, en));
  }

  /// One line of the result.
  void tell(String line) {
    out.println(line);
    out.flush();
  }

  String choose(String zh, String en) {
    return chinese ? zh : en;
  }
}
