package org.shouyue.contract.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The hours of a working day, `09:00-12:00,13:30-18:00`. `24:00` is the end of the day; hours that
/// run over midnight are written as two days.
///
/// @param spans in order, apart from one another
public record OfficeHours(List<Span> spans) {

  private static final int DAY_SECONDS = 24 * 60 * 60;
  private static final int NOON = 12 * 60 * 60;
  private static final Pattern SPAN =
      Pattern.compile("\\s*(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})\\s*");

  /// 09:00 to 18:00, the hours of most clients.
  public static final OfficeHours NINE_TO_SIX = parse("09:00-18:00");

  /// Every minute of the day.
  public static final OfficeHours WHOLE_DAY = parse("00:00-24:00");

  public OfficeHours {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("office hours have at least one span");
    }
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).from() < spans.get(i - 1).to()) {
        throw new IllegalArgumentException("office hours follow one another, not " + spans);
      }
    }
  }

  /// One unbroken piece of working time, in seconds from midnight, the end excluded.
  public record Span(int from, int to) {
    public Span {
      if (from < 0 || to > DAY_SECONDS || from >= to) {
        throw new IllegalArgumentException(
            "a span lies within one day and is longer than nothing, not " + from + ".." + to);
      }
    }

    @Override
    public String toString() {
      return clock(from) + "-" + clock(to);
    }

    private static String clock(int seconds) {
      int minute = seconds / 60;
      return String.format("%02d:%02d", minute / 60, minute % 60);
    }
  }

  /// Reads the written form.
  ///
  /// @throws IllegalArgumentException when it is not a list of spans in order
  public static OfficeHours parse(String text) {
    List<Span> spans = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = SPAN.matcher(part);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "office hours are written 09:00-12:00,13:30-18:00, not " + text);
      }
      spans.add(
          new Span(
              seconds(matcher.group(1), matcher.group(2)),
              seconds(matcher.group(3), matcher.group(4))));
    }
    return new OfficeHours(spans);
  }

  /// What is left of these hours until noon; the first half of the time where nothing is.
  OfficeHours morning() {
    List<Span> before = new ArrayList<>();
    for (Span span : spans) {
      if (span.from() < NOON) {
        before.add(new Span(span.from(), Math.min(span.to(), NOON)));
      }
    }
    if (!before.isEmpty()) {
      return new OfficeHours(before);
    }
    Span first = spans.getFirst();
    int middle = first.from() + (spans.getLast().to() - first.from()) / 2;
    return new OfficeHours(List.of(new Span(first.from(), Math.min(middle, first.to()))));
  }

  private static int seconds(String hour, String minute) {
    int minutes = Integer.parseInt(minute);
    if (minutes > 59) {
      throw new IllegalArgumentException("an hour has 60 minutes, not " + hour + ":" + minute);
    }
    return Integer.parseInt(hour) * 3600 + minutes * 60;
  }

  @Override
  public String toString() {
    return spans.stream().map(Span::toString).collect(Collectors.joining(","));
  }
}
