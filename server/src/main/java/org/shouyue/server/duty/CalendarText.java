package org.shouyue.server.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes an iCalendar object (RFC 5545): lines end in CRLF and are folded at 75 octets (§3.1),
/// never inside a character; text is escaped (§3.3.11); instants are in UTC (§3.3.5, form 2).
final class CalendarText {
  private static final int LONGEST_OCTETS = 75;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder written = new StringBuilder();
  private final Instant stamp;

  /// @param stamp when the object is made
  CalendarText(String name, Instant stamp) {
    this.stamp = stamp;
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Shouyue//Duty//ZH");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    line("X-WR-CALNAME:" + escaped(name));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
  }

  /// Adds an event.
  ///
  /// @param uid the same for the same shift, so that calendars replace it
  CalendarText event(String uid, Instant from, Instant to, String summary) {
    line("BEGIN:VEVENT");
    line("UID:" + uid);
    line("DTSTAMP:" + UTC.format(stamp));
    line("DTSTART:" + UTC.format(from));
    line("DTEND:" + UTC.format(to));
    line("SUMMARY:" + escaped(summary));
    line("END:VEVENT");
    return this;
  }

  /// The whole object.
  String text() {
    return written + "END:VCALENDAR\r\n";
  }

  private void line(String text) {
    int octets = 0;
    for (int n = 0; n < text.length(); ) {
      String character = Character.toString(text.codePointAt(n));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_OCTETS) {
        written.append("\r\n ");
        octets = 1;
      }
      written.append(character);
      octets += size;
      n += character.length();
    }
    written.append("\r\n");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", "");
  }
}
