package org.shouyue.server.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Draws the three charts of a report from its rows.
final class Charts {
  private static final int WIDTH = 640;
  private static final String INK = "1f2933";
  private static final String FAINT = "d9dee5";
  private static final String GREY = "5b6673";
  private static final String GREEN = "2f7d4f";
  private static final String AMBER = "d8941b";
  private static final String RED = "b3261e";
  private static final String VIOLET = "7d5ba6";
  private static final String SLATE = "8fa1b3";
  private static final String BLUE = "24569b";

  private Charts() {}

  /// One row for each month, one cell for each day, coloured by the gravest outcome of the day.
  static Figure calendar(Dossier dossier) {
    Map<LocalDate, Outcome> days = days(dossier);
    var shapes = new ArrayList<Figure.Shape>();
    double left = 62;
    double cell = (WIDTH - left - 2) / 31.0;
    for (int day = 1; day <= 31; day += day == 1 ? 4 : 5) {
      shapes.add(centred(left + (day - 0.5) * cell, 12, Integer.toString(day), 10, GREY));
    }
    YearMonth first = YearMonth.from(dossier.from());
    YearMonth last = YearMonth.from(dossier.to());
    double y = 18;
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      shapes.add(ended(left - 8, y + cell * 0.72, month.toString(), 11, INK));
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        LocalDate date = month.atDay(day);
        boolean inside = !date.isBefore(dossier.from()) && !date.isAfter(dossier.to());
        day(shapes, left + (day - 1) * cell, y, cell - 2, inside ? days.get(date) : null, inside);
      }
      y += cell + 1;
    }
    legend(shapes, left, y + 12);
    var description = new StringBuilder("每格为一日，颜色和记号取当日最严重的结果。");
    counted(days)
        .forEach((outcome, n) -> description.append(outcome.chinese()).append(n).append("日；"));
    return new Figure("履约日历", description.toString(), WIDTH, (int) (y + 28), shapes);
  }

  /// Met and breached clocks side by side for each month.
  static Figure levels(List<LevelTally> months) {
    int top =
        Math.max(1, months.stream().mapToInt(m -> Math.max(m.met(), m.breached())).max().orElse(1));
    int base = 178;
    double left = 40;
    var shapes = axis(left, base, 150, top);
    double step = (WIDTH - left - 10) / (double) Math.max(1, months.size());
    double bar = Math.min(26, step * 0.34);
    for (int i = 0; i < months.size(); i++) {
      LevelTally month = months.get(i);
      double middle = left + step * (i + 0.5);
      bar(shapes, middle - bar - 1, base, bar, 150.0 * month.met() / top, month.met(), GREEN);
      bar(shapes, middle + 1, base, bar, 150.0 * month.breached() / top, month.breached(), RED);
      shapes.add(centred(middle, base + 16, month.name(), 10.5, INK));
    }
    shapes.add(new Figure.Box(left, base + 28, 12, 12, GREEN));
    shapes.add(started(left + 17, base + 38, "达标", 11, INK));
    shapes.add(new Figure.Box(left + 66, base + 28, 12, 12, RED));
    shapes.add(started(left + 83, base + 38, "超时", 11, INK));
    var description = new StringBuilder();
    months.forEach(m ->
        description
            .append(m.name())
            .append("：达标")
            .append(m.met())
            .append("，超时")
            .append(m.breached())
            .append("；"));
    return new Figure("服务级别逐月达标情况", description.toString(), WIDTH, base + 48, shapes);
  }

  /// The share of time that one asset was up, month by month, with its target.
  static Figure availability(String asset, List<AvailabilityRow> rows) {
    double floor = floor(rows);
    int base = 168;
    double left = 62;
    double height = 146;
    var shapes = new ArrayList<Figure.Shape>();
    for (int i = 0; i <= 4; i++) {
      double y = base - height * i / 4;
      double share = floor + (1 - floor) * i / 4;
      shapes.add(new Figure.Stroke(List.of(left, y, WIDTH - 10.0, y), FAINT, 0.8));
      shapes.add(ended(left - 6, y + 4, share(share), 10, GREY));
    }
    double step = (WIDTH - left - 20) / Math.max(1, rows.size());
    var points = new ArrayList<Double>();
    for (int i = 0; i < rows.size(); i++) {
      AvailabilityRow row = rows.get(i);
      double x = left + step * (i + 0.5);
      shapes.add(centred(x, base + 16, row.month().toString(), 10.5, INK));
      BigDecimal share = row.share();
      if (share == null) {
        shapes.add(centred(x, base - 6, "未观测", 10, VIOLET));
        line(shapes, points);
        points.clear();
        continue;
      }
      double y = height(share.doubleValue(), floor, base, height);
      points.add(x);
      points.add(y);
      String colour = Boolean.FALSE.equals(row.kept()) ? RED : BLUE;
      shapes.add(new Figure.Box(x - 3, y - 3, 6, 6, colour));
    }
    line(shapes, points);
    target(shapes, rows, y -> height(y, floor, base, height), left);
    return new Figure(asset + " 可用性", spoken(rows), WIDTH, base + 26, shapes);
  }

  private static void target(
      List<Figure.Shape> shapes,
      List<AvailabilityRow> rows,
      DoubleUnaryOperator place,
      double left) {
    BigDecimal target =
        rows.stream()
            .map(AvailabilityRow::target)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (target != null) {
      double y = place.applyAsDouble(target.doubleValue());
      for (double x = left; x < WIDTH - 14; x += 9) {
        shapes.add(new Figure.Stroke(List.of(x, y, x + 5, y), AMBER, 1.4));
      }
      shapes.add(ended(WIDTH - 10, y + 13, "目标 " + Wording.percent(target), 10, "8a5a00"));
    }
  }

  private static String spoken(List<AvailabilityRow> rows) {
    var text = new StringBuilder();
    for (AvailabilityRow row : rows) {
      text.append(row.month()).append("：").append(Wording.percent(row.share())).append("；");
    }
    return text.toString();
  }

  private static double height(double share, double floor, double base, double height) {
    return base - height * (Math.max(share, floor) - floor) / (1 - floor);
  }

  /// A round share below everything that is shown, so that small dips can be seen.
  private static double floor(List<AvailabilityRow> rows) {
    double lowest = 1;
    for (AvailabilityRow row : rows) {
      BigDecimal share = row.share();
      lowest = Math.min(lowest, share == null ? 1 : share.doubleValue());
      lowest = Math.min(lowest, row.target() == null ? 1 : row.target().doubleValue());
    }
    for (double floor : new double[] {0.998, 0.996, 0.99, 0.98, 0.96, 0.9, 0.8, 0.6}) {
      if (lowest > floor) {
        return floor;
      }
    }
    return 0;
  }

  private static String share(double share) {
    return Wording.percent(new BigDecimal(String.format(Locale.ROOT, "%.4f", share)));
  }

  private static void line(List<Figure.Shape> shapes, List<Double> points) {
    if (points.size() >= 4) {
      shapes.add(new Figure.Stroke(points, BLUE, 1.8));
    }
  }

  private static List<Figure.Shape> axis(double left, double base, double height, int top) {
    var shapes = new ArrayList<Figure.Shape>();
    int step = Math.max(1, (top + 3) / 4);
    for (int value = 0; value <= top; value += step) {
      double y = base - height * value / top;
      shapes.add(new Figure.Stroke(List.of(left, y, WIDTH - 10.0, y), FAINT, 0.8));
      shapes.add(ended(left - 6, y + 4, Integer.toString(value), 10, GREY));
    }
    return shapes;
  }

  private static void bar(
      List<Figure.Shape> shapes,
      double x,
      double base,
      double width,
      double height,
      int number,
      String colour) {
    if (number > 0) {
      shapes.add(new Figure.Box(x, base - height, width, height, colour));
      shapes.add(centred(x + width / 2, base - height - 4, Integer.toString(number), 10, INK));
    }
  }

  private static Map<LocalDate, Outcome> days(Dossier dossier) {
    var days = new HashMap<LocalDate, Outcome>();
    for (Occurrence occurrence : dossier.occurrences()) {
      LocalDate day = occurrence.day(dossier.zone());
      days.merge(day, occurrence.outcome(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
    return days;
  }

  private static Map<Outcome, Integer> counted(Map<LocalDate, Outcome> days) {
    var counts = new LinkedHashMap<Outcome, Integer>();
    for (Outcome outcome : Outcome.values()) {
      int n = (int) days.values().stream().filter(o -> o == outcome).count();
      if (n > 0) {
        counts.put(outcome, n);
      }
    }
    return counts;
  }

  private static void day(
      List<Figure.Shape> shapes,
      double x,
      double y,
      double size,
      @Nullable Outcome outcome,
      boolean inside) {
    shapes.add(new Figure.Box(x, y, size, size, ground(outcome, inside)));
    if (outcome == null) {
      return;
    }
    double a = size * 0.25;
    double b = size * 0.75;
    switch (outcome) {
      case LATE ->
          shapes.add(new Figure.Stroke(List.of(x + a, y + b, x + b, y + a), "ffffff", 1.8));
      case MISSED -> {
        shapes.add(new Figure.Stroke(List.of(x + a, y + a, x + b, y + b), "ffffff", 1.8));
        shapes.add(new Figure.Stroke(List.of(x + a, y + b, x + b, y + a), "ffffff", 1.8));
      }
      case UNKNOWN -> shapes.add(centred(x + size / 2, y + size * 0.78, "?", size * 0.8, "ffffff"));
      case DONE, WAIVED, UPCOMING, CANCELLED -> {}
    }
  }

  private static String ground(@Nullable Outcome outcome, boolean inside) {
    if (outcome == null) {
      return inside ? "eef1f4" : "fafbfc";
    }
    return colour(outcome);
  }

  private static void legend(List<Figure.Shape> shapes, double left, double y) {
    double x = left;
    for (Outcome outcome :
        List.of(
            Outcome.DONE,
            Outcome.LATE,
            Outcome.MISSED,
            Outcome.UNKNOWN,
            Outcome.WAIVED,
            Outcome.UPCOMING)) {
      day(shapes, x, y - 4, 14, outcome, true);
      shapes.add(started(x + 19, y + 7, outcome.chinese(), 11, INK));
      x += 92;
    }
  }

  private static String colour(Outcome outcome) {
    return switch (outcome) {
      case DONE -> GREEN;
      case LATE -> AMBER;
      case MISSED -> RED;
      case UNKNOWN -> VIOLET;
      case WAIVED -> SLATE;
      case UPCOMING, CANCELLED -> "c3cad3";
    };
  }

  private static Figure.Label started(double x, double y, String text, double size, String colour) {
    return new Figure.Label(x, y, text, size, colour, Block.Side.START);
  }

  private static Figure.Label centred(double x, double y, String text, double size, String colour) {
    return new Figure.Label(x, y, text, size, colour, Block.Side.MIDDLE);
  }

  private static Figure.Label ended(double x, double y, String text, double size, String colour) {
    return new Figure.Label(x, y, text, size, colour, Block.Side.END);
  }
}
