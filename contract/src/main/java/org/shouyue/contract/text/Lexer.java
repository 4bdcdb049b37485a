package org.shouyue.contract.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.text.Token.Blank;

/// Finds the typed values in a normalised, squeezed text. One pass from left to right; every rule
/// looks only a bounded distance ahead.
public final class Lexer {
  private static final int LONGEST_BLANK = 40;

  private final Scan scan;
  private final List<Token> tokens = new ArrayList<>();

  private Lexer(String text) {
    scan = new Scan(text);
  }

  /// The typed values in the order in which they stand.
  public static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    int at = 0;
    while (at < text.length()) {
      at = lexer.step(at);
    }
    return List.copyOf(lexer.tokens);
  }

  private int step(int at) {
    char here = scan.at(at);
    if (here == '_' || here == '年' || here == '元') {
      Blank blank = blank(at);
      if (blank != null) {
        return add(blank);
      }
    }
    if (here == '¥' || here == '半') {
      Token token = here == '¥' ? Moneys.withSign(scan, at) : Spans.half(scan, at);
      return token == null ? at + 1 : add(token);
    }
    Token share = here == '百' || here == '千' || here == '万' ? Shares.spoken(scan, at) : null;
    if (share != null) {
      return add(share);
    }
    Scan.Figure figure = scan.figure(at);
    return figure == null ? at + 1 : measured(scan.withRepetition(figure));
  }

  private int measured(Scan.Figure figure) {
    if (figure.start() > 0 && scan.at(figure.start() - 1) == '第') {
      return figure.end();
    }
    Token token = Services.read(scan, figure);
    if (token == null) {
      token = Days.read(scan, figure);
    }
    if (token == null) {
      token = Shares.written(scan, figure);
    }
    if (token == null) {
      token = Moneys.read(scan, figure);
    }
    if (token == null) {
      token = Spans.read(scan, figure);
    }
    if (token == null) {
      token = Counts.read(scan, figure);
    }
    return token == null ? figure.end() : add(token);
  }

  private int add(Token token) {
    tokens.add(token);
    Token open = token instanceof Token.Day day ? openPart(day) : null;
    if (open != null) {
      tokens.add(open);
      return open.end();
    }
    return token.end();
  }

  /// What is left open behind a date that is written in part: 2025年09月__日.
  private @Nullable Blank openPart(Token.Day day) {
    if (day.day() != null || scan.at(day.end() - 1) == '底') {
      return null;
    }
    String left = day.month() == null ? "月日" : "日";
    int end = day.end();
    for (int i = 0; i < left.length(); i++) {
      end = scan.skip(end, "_ ");
      if (scan.at(end) != left.charAt(i)) {
        return null;
      }
      end++;
    }
    return new Blank(Blank.Kind.DATE, day.end(), end);
  }

  private @Nullable Blank blank(int at) {
    return switch (scan.at(at)) {
      case '年' -> openDate(at);
      case '元' -> openAmount(at);
      default -> underscores(at);
    };
  }

  private @Nullable Blank underscores(int at) {
    int end = scan.skip(at, "_ ");
    while (end < scan.length() && end - at < LONGEST_BLANK && "年月日_ 元".indexOf(scan.at(end)) >= 0) {
      end++;
    }
    String framed = scan.text(at, end);
    if (framed.indexOf('元') >= 0) {
      return new Blank(Blank.Kind.MONEY, at, end);
    }
    if (framed.indexOf('月') >= 0) {
      return new Blank(Blank.Kind.DATE, at, end);
    }
    return end - at < 2 ? null : new Blank(Blank.Kind.ANYTHING, at, end);
  }

  private @Nullable Blank openDate(int at) {
    int month = scan.skip(at + 1, "_ ");
    if (scan.at(month) != '月') {
      return null;
    }
    int day = scan.skip(month + 1, "_ ");
    return scan.at(day) == '日' ? new Blank(Blank.Kind.DATE, at, day + 1) : null;
  }

  private @Nullable Blank openAmount(int at) {
    String before = scan.text(Math.max(0, at - 6), at);
    boolean led =
        before.endsWith("大写")
            || before.endsWith("小写")
            || before.endsWith("大写:")
            || before.endsWith("小写:")
            || before.endsWith("RMB")
            || before.endsWith("人民币")
            || before.endsWith("¥");
    return led ? new Blank(Blank.Kind.MONEY, at, at + 1) : null;
  }
}
