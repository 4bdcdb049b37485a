package org.shouyue.contract.reading;

import java.util.EnumSet;
import java.util.Set;
import org.shouyue.contract.reading.LevelGrammar.Limit;
import org.shouyue.contract.text.Token.Span;
import org.shouyue.contract.text.Unit;

/// Tells from the words around a length of time what it limits.
final class LimitWords {
  private static final String[] RESPOND = {
    "响应",
    "应答",
    "答复",
    "反馈",
    "回复",
    "受理",
    "回应",
    "接单",
    "急响应",
    "respond",
    "response",
    "回电",
    "确认故障",
    "发出",
    "通报",
    "告知",
    "通知甲方",
    "短信通知"
  };
  private static final String[] ON_SITE = {
    "到达", "到场", "抵达", "赶到", "赶赴", "上门", "现场服务", "现场支持", "现场处理", "到现场", "on site", "on-site",
    "onsite", "arrive"
  };
  private static final String[] RESOLVE = {
    "解决", "恢复", "修复", "排除", "处置完", "处理完", "完成处", "完成修", "办结", "闭环", "完成整改", "提供解决", "处理完毕", "完成处置",
    "更换备", "消除故障", "控制", "resolve", "restor", "recover", "fix"
  };
  private static final String[] HANDLE = {"处理", "处置", "排查", "到位"};
  private static final String[] NEGATED = {
    "未解决", "未能", "不能", "无法", "未响应", "未到", "未恢复", "仍未", "没有解决", "未及时"
  };
  private static final String[] COUNTED = {
    "提前", "每隔", "不少于", "至少", "保存", "留存", "保留", "连续", "累计", "时长", "每", "间隔", "中断"
  };

  /// 10分钟响应, 1小时到场: limits without 内.
  private static final String[] SHORT = {"响应", "到场", "到达", "恢复", "解决", "修复", "排除", "办结"};

  private LimitWords() {}

  private static boolean startsWithAny(String text, String... words) {
    for (String word : words) {
      if (text.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  /// What a span limits; nothing when the words around it speak of something else.
  ///
  /// @param from where the words in front begin: behind the span before
  /// @param to where the words behind end: at the next span
  /// @param taken limits that the level has already
  static Set<Limit> around(
      String text, int from, Span span, int to, Set<Limit> taken, boolean more) {
    String behind = clause(text.substring(span.end(), to));
    String front = tail(text.substring(from, span.start()));
    boolean within =
        behind.startsWith("内")
            || behind.startsWith("以内")
            || behind.startsWith("之内")
            || (span.unit().compareTo(Unit.WEEK) < 0 && startsWithAny(behind, SHORT));
    if (Text.hasAny(head(behind, 6), NEGATED)
        || counts(front)
        || span.unit().compareTo(Unit.WEEK) >= 0) {
      return Set.of();
    }
    if (more && within && Text.hasAny(head(behind, 10), "遏制", "抑制")) {
      return Set.of();
    }
    Set<Limit> limits = within ? named(behind) : EnumSet.noneOf(Limit.class);
    if (limits.isEmpty() && within && Text.hasAny(head(behind, 16), HANDLE)) {
      return handled(front, taken, more);
    }
    if (limits.isEmpty() && (front.endsWith("后") || front.endsWith("结束"))) {
      return Set.of();
    }
    if (limits.isEmpty()) {
      limits = namedLast(front);
      boolean led =
          within
              || Text.hasAny(
                  front, "时间", "不超过", "≤", "<=", "小于", "时限", ":", "不大于", "不多于", "在", "为", "within",
                  "不得超过", "控制在")
              || front.endsWith("响应")
              || front.endsWith("到场")
              || front.endsWith("解决")
              || front.endsWith("恢复");
      if (!led || behind.startsWith("后") || behind.startsWith("以上")) {
        return Set.of();
      }
    }
    if (limits.isEmpty() && !within) {
      limits = named(head(behind, 8));
    }
    return span.unit() == Unit.DAY && !within && !front.contains("时") ? Set.of() : limits;
  }

  /// 处理 is starting where a limit for the solution follows, and finishing where it stands alone.
  private static Set<Limit> handled(String front, Set<Limit> taken, boolean more) {
    boolean starts = more && !taken.contains(Limit.RESPOND) && !front.contains("响应");
    return EnumSet.of(starts ? Limit.RESPOND : Limit.RESOLVE);
  }

  private static Set<Limit> named(String words) {
    Set<Limit> limits = EnumSet.noneOf(Limit.class);
    String near = head(words, 22);
    if (Text.hasAny(near, RESPOND)) {
      limits.add(Limit.RESPOND);
    }
    if (Text.hasAny(near, ON_SITE)) {
      limits.add(Limit.ON_SITE);
    }
    if (Text.hasAny(near, RESOLVE)) {
      limits.add(Limit.RESOLVE);
    }
    if (limits.contains(Limit.ON_SITE)
        && Text.indexOfAny(near, RESPOND) >= 0
        && Text.hasAny(near, "现场响应", "到场响应", "响应到场")) {
      limits.remove(Limit.RESPOND);
    }
    return limits;
  }

  /// The limit named nearest in front.
  private static Set<Limit> namedLast(String words) {
    int respond = Text.lastIndexOfAny(words, RESPOND);
    int onSite = Text.lastIndexOfAny(words, ON_SITE);
    int resolve = Text.lastIndexOfAny(words, RESOLVE);
    int handle = Text.lastIndexOfAny(words, "处理时", "处置时");
    int last = Math.max(Math.max(respond, onSite), Math.max(resolve, handle));
    if (last < 0) {
      return EnumSet.noneOf(Limit.class);
    }
    if (last == onSite || (onSite >= 0 && last == respond && respond - onSite <= 4)) {
      return EnumSet.of(Limit.ON_SITE);
    }
    return EnumSet.of(last == respond ? Limit.RESPOND : Limit.RESOLVE);
  }

  private static boolean counts(String front) {
    String near = front.substring(Math.max(0, front.length() - 4));
    return Text.hasAny(near, COUNTED);
  }

  /// Up to the next comma or stop, for what stands behind a span.
  private static String clause(String text) {
    int end = Text.indexOfAny(text, ",", ";", "。");
    return end < 0 ? text : text.substring(0, end);
  }

  /// From the last comma on, for what stands in front of a span.
  private static String tail(String text) {
    int start = Text.lastIndexOfAny(text, ",", ";", "。");
    return text.substring(start + 1);
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
