package org.shouyue.server.external;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.external.NewNotice.NewProblem;

/// Proposes the fields of a notice from the lines of its document. A proposal only: a person looks
/// at it before it counts. Pure.
final class NoticeReading {
  /// `X网信〔2026〕3号`, with any of the brackets that are typed for it.
  private static final Pattern NUMBER =
      Pattern.compile(
          "[\\p{IsHan}A-Za-z]{1,15}[〔\\[（(【]\\s*20\\d{2}\\s*[〕\\]）)】]\\s*第?\\s*\\d{1,5}\\s*号");

  private static final Pattern DAY =
      Pattern.compile("(20\\d{2})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");

  private static final Pattern DUE =
      Pattern.compile(DAY.pattern() + "\\s*(?:\\d{1,2}[:：时点]\\d{0,2}分?)?\\s*(?:之?前|以前|止)");

  private static final Pattern WITHIN = Pattern.compile("(\\d{1,3})\\s*个?(工作日|日|天)(?:之?内|以内)");

  private static final Pattern TARGET =
      Pattern.compile(
          "https?://[^\\s，。；、）)》”\"]+"
              + "|(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?(?![\\d.])"
              + "|(?<![\\w.@-])(?:[a-z0-9-]+\\.)+(?:gov\\.cn|org\\.cn|com\\.cn|cn|com|org|net)\\b");

  private static final Pattern PROBLEM =
      Pattern.compile("漏洞|弱口令|注入|泄[露漏]|篡改|暗链|死链|断链|错别字|错敏|敏感词|未更新|后门|木马|挂马|越权|未授权|跨站|不可用|无法访问");

  private static final Pattern ISSUER =
      Pattern.compile("^[\\p{IsHan}]{2,30}(?:办公室|办公厅|委员会|网信办|公安局|公安厅|支队|总队|中心|局|厅|部|曝光台)$");

  private NoticeReading() {}

  /// What a document seems to say; null where it does not tell.
  record Proposed(
      @Nullable String issuer,
      IssuerKind issuerKind,
      @Nullable String documentNumber,
      @Nullable String title,
      @Nullable LocalDate answerDue,
      List<NewProblem> problems,
      List<String> text) {
    Proposed {
      problems = List.copyOf(problems);
      text = List.copyOf(text);
    }
  }

  /// Reads the lines.
  ///
  /// @param received from when on "within ten days" counts, unless the document bears a day
  static Proposed read(List<String> given, LocalDate received, WorkCalendar calendar) {
    List<String> lines = given.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String issuer = issuer(lines);
    return new Proposed(
        issuer,
        issuer == null ? IssuerKind.OTHER : IssuerKind.told(issuer),
        first(NUMBER, lines),
        title(lines),
        due(lines, received, calendar),
        problems(lines),
        lines);
  }

  private static @Nullable String first(Pattern pattern, List<String> lines) {
    for (String line : lines) {
      Matcher found = pattern.matcher(line);
      if (found.find()) {
        return found.group().replaceAll("\\s", "");
      }
    }
    return null;
  }

  /// The signature at the end tells the issuer; a heading may.
  private static @Nullable String issuer(List<String> lines) {
    for (int n = lines.size() - 1; n >= 0; n--) {
      String line = lines.get(n).replaceAll("\\s", "");
      if (ISSUER.matcher(line).matches()) {
        return line;
      }
    }
    return null;
  }

  private static @Nullable String title(List<String> lines) {
    return lines.stream()
        .filter(line -> line.matches(".{4,80}(?:通报|通知|函|通知书|意见|告知书)"))
        .filter(line -> !NUMBER.matcher(line).find())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable LocalDate due(
      List<String> lines, LocalDate received, WorkCalendar calendar) {
    String text = String.join("\n", lines);
    Matcher absolute = DUE.matcher(text);
    if (absolute.find()) {
      return day(absolute);
    }
    Matcher within = WITHIN.matcher(text);
    if (!within.find()) {
      return null;
    }
    LocalDate from = issued(lines, received);
    int days = Integer.parseInt(within.group(1));
    return within.group(2).equals("工作日")
        ? calendar.plusWorkingDays(from, days)
        : from.plusDays(days);
  }

  /// The day under the document; the day of receipt when it bears none.
  private static LocalDate issued(List<String> lines, LocalDate received) {
    LocalDate last = null;
    for (String line : lines) {
      Matcher found = DAY.matcher(line);
      if (found.matches()) {
        last = day(found);
      }
    }
    return last == null ? received : last;
  }

  private static @Nullable LocalDate day(Matcher found) {
    try {
      return LocalDate.of(
          Integer.parseInt(found.group(1)),
          Integer.parseInt(found.group(2)),
          Integer.parseInt(found.group(3)));
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// Each line that names a target or a known kind of problem is one problem; a line with several
  /// targets is one for each.
  private static List<NewProblem> problems(List<String> lines) {
    List<NewProblem> problems = new ArrayList<>();
    for (String line : lines) {
      Set<String> targets = new LinkedHashSet<>();
      Matcher found = TARGET.matcher(line);
      while (found.find()) {
        targets.add(found.group());
      }
      boolean told = PROBLEM.matcher(line).find();
      boolean heading = line.length() < 40 && title(List.of(line)) != null;
      if (heading || (!told && targets.isEmpty())) {
        continue;
      }
      if (targets.isEmpty()) {
        problems.add(new NewProblem("", shortened(line)));
      }
      targets.forEach(target -> problems.add(new NewProblem(shortened(target), shortened(line))));
    }
    return problems;
  }

  private static String shortened(String text) {
    return text.length() <= 500 ? text : text.substring(0, 500);
  }
}
