package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.text.Normaliser;

/// The systems and sites that a service covers, where a text lists them by name: 对A系统、B平台进行.
final class ScopeGrammar {
  private static final String[] KINDS = {
    "系统", "平台", "网站", "APP", "公众号", "小程序", "门户", "门户网", "旗舰店", "数据库", "网站群", "子站", "专网", "客户端", "网"
  };
  private static final String[] LEADS = {"针对", "含:", "包括:", "对", "包括", "为:", "含", "分别为", "包含", ":"};
  private static final String[] ENDS = {"进行", "开展", "提供", "通过", "等", "的", "实施", "发生", "做", "每"};
  private static final int LONGEST = 30;

  private ScopeGrammar() {}

  static List<String> of(String text) {
    for (Text.Piece piece : Text.split(text.replace('(', ',').replace(')', ','), "。;,")) {
      List<String> names = list(piece.text());
      if (names.size() >= 2) {
        return names;
      }
    }
    return List.of();
  }

  private static List<String> list(String piece) {
    String[] parts = Text.parts(piece.replace(",", ""), "、").toArray(String[]::new);
    if (parts.length < 2) {
      return List.of();
    }
    parts[0] = afterLead(parts[0]);
    parts[parts.length - 1] = beforeEnd(parts[parts.length - 1]);
    List<String> names = new ArrayList<>();
    int kinds = 0;
    for (String part : parts) {
      String name = part.strip();
      if (name.length() < 2 || name.length() > LONGEST) {
        return List.of();
      }
      kinds += endsWithKind(name) ? 1 : 0;
      names.add(Normaliser.display(name));
    }
    return kinds * 4 >= names.size() * 3 && names.stream().anyMatch(name -> name.length() > 4)
        ? names
        : List.of();
  }

  private static String afterLead(String part) {
    for (String lead : LEADS) {
      int at = part.lastIndexOf(lead);
      if (at >= 0 && at + lead.length() < part.length()) {
        return part.substring(at + lead.length());
      }
    }
    return part;
  }

  private static String beforeEnd(String part) {
    int end = part.length();
    for (String word : ENDS) {
      int at = part.indexOf(word, 2);
      end = at > 0 ? Math.min(end, at) : end;
    }
    String cut = part.substring(0, end);
    boolean stopped = !cut.isEmpty() && ",。;".indexOf(cut.charAt(cut.length() - 1)) >= 0;
    return withoutCount(stopped ? cut.substring(0, cut.length() - 1) : cut);
  }

  /// Takes away the sum at the end of a list: 6个信息系统.
  private static String withoutCount(String part) {
    for (int i = 2; i < part.length() - 1; i++) {
      boolean figure =
          Character.isDigit(part.charAt(i)) || "一二三四五六七八九十两".indexOf(part.charAt(i)) >= 0;
      if (figure && part.startsWith("个", i + 1)) {
        return part.substring(0, i);
      }
    }
    return part;
  }

  private static boolean endsWithKind(String name) {
    for (String kind : KINDS) {
      if (name.endsWith(kind)) {
        return true;
      }
    }
    return false;
  }
}
