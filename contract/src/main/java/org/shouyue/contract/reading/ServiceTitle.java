package org.shouyue.contract.reading;

import java.util.List;
import org.shouyue.contract.text.Lexer;
import org.shouyue.contract.text.Token;

/// Names a service whose clause has no heading: the thing that is done, without who does it, how
/// often, and under which conditions.
final class ServiceTitle {
  private static final int LONGEST = 22;

  private static final String[] LEADS = {
    "乙方应当", "乙方应", "乙方须", "乙方需", "乙方", "供应商应", "应当", "负责", "须", "实现", "上月", "上季度", "上一季度", "的"
  };
  private static final String[] VERBS = {
    "开展", "进行", "提供", "组织", "实施", "完成", "提交", "出具", "编制", "报送", "举办"
  };

  /// Words behind 应 that make it part of another word: 应急, 应用.
  private static final String WORDS_WITH_SHALL = "急用答对变收付届";

  private static final String[] LIMITS = {
    "不少于", "不多于", "不超过", "不低于", "至少", "最多", "至多", "最少", "共", "各"
  };

  private ServiceTitle() {}

  /// The name for a text, the text's own head where no better one is found.
  static String of(String text) {
    String head = withoutRemark(head(withoutLead(text)));
    String plain = withoutVerb(withoutLead(withoutPace(head)));
    String thing = thing(plain);
    String title = thing.length() >= 2 ? thing : plain.length() >= 2 ? plain : head;
    return title.isEmpty() ? text : shortened(title);
  }

  private static String withoutLead(String text) {
    String cut = text;
    for (String lead : LEADS) {
      cut = cut.startsWith(lead) ? cut.substring(lead.length()) : cut;
    }
    boolean shall = cut.length() > 1 && cut.charAt(0) == '应';
    return shall && WORDS_WITH_SHALL.indexOf(cut.charAt(1)) < 0 ? cut.substring(1) : cut;
  }

  /// Without remarks about the pace: 死链监测(每月一次).
  private static String withoutRemark(String text) {
    int open = text.lastIndexOf('(');
    boolean paced =
        open > 1 && text.endsWith(")") && !CycleGrammar.read(text.substring(open)).isEmpty();
    return paced ? text.substring(0, open) : text;
  }

  /// 应急演练组织, where 一次 stood behind it.
  private static String withoutVerb(String text) {
    for (String verb : VERBS) {
      if (text.endsWith(verb) && text.length() > verb.length() + 1) {
        return text.substring(0, text.length() - verb.length());
      }
    }
    return text;
  }

  private static String head(String text) {
    List<Text.Piece> pieces = Text.split(text, ",。;:");
    String first = pieces.isEmpty() ? text : pieces.getFirst().text();
    return !first.isEmpty() && ",。;:".indexOf(first.charAt(first.length() - 1)) >= 0
        ? first.substring(0, first.length() - 1)
        : first;
  }

  /// Without cycles, numbers of times and days: 每月对网站进行一次检查 is 对网站进行检查.
  private static String withoutPace(String text) {
    boolean[] gone = new boolean[text.length()];
    List<Token> tokens = Lexer.tokens(text);
    for (Cycle cycle : CycleGrammar.read(text)) {
      boolean led = "每隔逐按".indexOf(text.charAt(cycle.start())) >= 0;
      CycleGrammar.PeriodWord word =
          led ? CycleWords.period(text, cycle.start() + 1, tokens) : null;
      if (word != null) {
        clear(gone, cycle.start(), word.end() + (isWeekday(text, word.end()) ? 1 : 0));
      }
    }
    for (Token token : tokens) {
      if (token instanceof Token.Count count) {
        clear(gone, startOfLimit(text, count.start()), endOfCount(text, count.end()));
      } else if (token instanceof Token.Day day && text.startsWith("前", day.end())) {
        clear(gone, day.start(), day.end() + 1);
      } else if (token instanceof Token.Blank blank && text.startsWith("次", blank.end())) {
        clear(gone, blank.start(), blank.end() + 1);
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < gone.length; i++) {
      if (!gone[i]) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static void clear(boolean[] gone, int from, int to) {
    for (int i = from; i < Math.min(to, gone.length); i++) {
      gone[i] = true;
    }
  }

  /// 每周一.
  private static boolean isWeekday(String text, int at) {
    return text.startsWith("周", at - 1)
        && at < text.length()
        && "一二三四五六日".indexOf(text.charAt(at)) >= 0
        && !text.startsWith("次", at + 1);
  }

  private static int startOfLimit(String text, int at) {
    for (String limit : LIMITS) {
      if (text.startsWith(limit, at - limit.length())) {
        return at - limit.length();
      }
    }
    return at;
  }

  private static int endOfCount(String text, int at) {
    return text.startsWith("的", at) ? at + 1 : at;
  }

  /// What a verb is about: 对网站首页进行巡查 is 网站首页巡查, 组织安全培训 is 安全培训.
  private static String thing(String text) {
    int last = -1;
    String verb = "";
    for (String candidate : VERBS) {
      int at = text.lastIndexOf(candidate);
      if (at > last) {
        last = at;
        verb = candidate;
      }
    }
    if (last < 0) {
      return text;
    }
    String object = withoutLead(text.substring(last + verb.length()));
    int towards = text.indexOf('对');
    if (towards < 0 || towards >= last || object.isEmpty()) {
      return object;
    }
    String target = text.substring(towards + 1, last).replace("甲方", "");
    int most = object.length() <= 4 ? 14 : 10;
    boolean plain = target.length() <= most && Text.indexOfAny(target, "(", ",", "及", "和") < 0;
    return plain ? withoutLead(target) + object : object;
  }

  /// A name that is too long ends before its first list, remark or further part.
  private static String shortened(String title) {
    if (title.length() <= LONGEST) {
      return title;
    }
    int end = LONGEST;
    for (String mark : new String[] {"、", "(", "并", "及", "以及", "通过", "和"}) {
      int at = title.indexOf(mark, 4);
      end = at > 0 ? Math.min(end, at) : end;
    }
    return title.substring(0, end);
  }
}
