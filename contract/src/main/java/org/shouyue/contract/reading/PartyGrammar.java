package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Party;
import org.shouyue.contract.text.Normaliser;

/// Reads the names of the two parties from lines such as 甲方（采购人）：某某局（以下简称甲方）.
final class PartyGrammar {
  private static final String[] CLIENT = {
    "甲方", "委托方", "委托人", "采购人", "采购方", "采购单位", "买方", "发包方", "发包人", "需方", "购买方", "购买主体", "用户方", "招标人",
    "客户", "Party A", "PARTY A", "Client", "定作方", "业主"
  };
  private static final String[] PROVIDER = {
    "乙方",
    "受托方",
    "受托人",
    "供应商",
    "中标人",
    "中标供应商",
    "成交供应商",
    "服务方",
    "服务商",
    "服务提供方",
    "供方",
    "卖方",
    "承包方",
    "承包人",
    "承接方",
    "承接主体",
    "服务单位",
    "Party B",
    "PARTY B",
    "Provider",
    "承揽方",
    "维护方"
  };
  private static final String[] KEYS = {
    "签订地点",
    "签订时间",
    "签订日期",
    "签约",
    "地址",
    "住所",
    "法定代表人",
    "法人代表",
    "负责人",
    "联系人",
    "电话",
    "邮编",
    "邮政编码",
    "统一社会信用代码",
    "开户",
    "账号",
    "帐号",
    "传真",
    "委托代理人",
    "授权代表",
    "项目名称",
    "日期",
    "经办人",
    "甲方",
    "乙方",
    "Party B",
    "Party A",
    "通讯",
    "纳税人"
  };
  private static final String[] KINDS = {
    "公司", "局", "中心", "委员会", "办公室", "厅", "部", "政府", "学校", "医院", "大学", "学院", "集团", "处", "馆", "所", "社",
    "站", "分会", "支队", "总队", "大队", "法院", "检察院", "台", "协会", "研究院", "院", "署", "银行", "队", "委", "会", "企业",
    "厂", "店", "Ltd.", "Ltd", "Inc.", "Co."
  };
  private static final int LONGEST = 60;

  private final Findings findings;

  private PartyGrammar(Findings findings) {
    this.findings = findings;
  }

  static boolean looksLikeOrganisation(String text) {
    for (String kind : KINDS) {
      if (text.endsWith(kind)) {
        return true;
      }
    }
    return false;
  }

  static @Nullable Party client(Script script, Findings findings) {
    return new PartyGrammar(findings).read(script, CLIENT, "甲方");
  }

  static @Nullable Party provider(Script script, Findings findings) {
    return new PartyGrammar(findings).read(script, PROVIDER, "乙方");
  }

  private @Nullable Party read(Script script, String[] names, String said) {
    List<Party> found = new ArrayList<>();
    Line open = null;
    List<Line> lines = script.lines().stream().filter(line -> !line.isBlank()).toList();
    for (int i = 0; i < lines.size(); i++) {
      String value = value(lines.get(i), names);
      if (value == null) {
        continue;
      }
      String name = name(value);
      if (name.isEmpty() && i + 1 < lines.size() && isNameAlone(lines.get(i + 1))) {
        name = lines.get(i + 1).text();
      }
      if (name.length() >= 4) {
        String wrapped = i + 1 < lines.size() ? rest(name, lines.get(i + 1)) : "";
        found.add(new Party(Normaliser.display(name + wrapped), Lines.at(lines.get(i).number())));
      } else if (open == null && isOpen(value)) {
        open = lines.get(i);
      }
    }
    Party party = found.isEmpty() ? introduced(script, names) : best(found);
    if (party == null && open != null) {
      findings.blank(said + "名称为空，请填写", Lines.at(open.number()));
    }
    differences(found, party, said);
    return party;
  }

  private static Party best(List<Party> found) {
    Party first = found.getFirst();
    for (Party party : found) {
      boolean fuller =
          party.name().startsWith(first.name())
              && looksLikeOrganisation(party.name())
              && !looksLikeOrganisation(first.name());
      first = fuller ? party : first;
    }
    return first;
  }

  private void differences(List<Party> found, @Nullable Party party, String said) {
    for (Party other : found) {
      if (party == null || party.lines() == null || other.lines() == null) {
        return;
      }
      boolean cut = party.name().startsWith(other.name()) || other.name().startsWith(party.name());
      if (!cut && looksLikeOrganisation(other.name()) && looksLikeOrganisation(party.name())) {
        findings.conflict(
            said + "名称前后不一致：“" + party.name() + "”与“" + other.name() + "”",
            party.lines().union(other.lines()));
        return;
      }
    }
  }

  /// What stands behind one of the party's names and a colon, null when the line has neither.
  private static @Nullable String value(Line line, String[] names) {
    String text = line.spaced().replace('\t', ' ');
    String[] labels = text.indexOf(':') < 0 ? new String[0] : names;
    for (String name : labels) {
      int end = labelEnd(text, name);
      if (end >= 0) {
        return text.substring(end);
      }
    }
    return line.isRow() ? ofRow(line, names) : null;
  }

  private static @Nullable String ofRow(Line line, String[] names) {
    List<String> cells = line.cells();
    for (int i = 0; i + 1 < cells.size(); i++) {
      String cell = Normaliser.squeeze(cells.get(i));
      for (String name : names) {
        if (cell.equals(name) || cell.equals(name + "名称") || cell.startsWith(name + "(")) {
          return cells.get(i + 1);
        }
      }
    }
    return null;
  }

  /// Where the value behind a label such as 甲 方（采购人）： begins; -1 when the label is not there.
  private static int labelEnd(String text, String name) {
    int at = 0;
    while (at < text.length() && "(\"“'".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int matched = matched(text, at, name);
    if (matched < 0) {
      int inner = text.indexOf(" " + name);
      matched = inner < 0 ? -1 : matched(text, inner + 1, name);
      if (matched < 0) {
        inner = text.indexOf(name + ":", 1);
        matched = inner > 0 && inner < 60 ? inner + name.length() : -1;
      }
    }
    if (matched < 0) {
      return -1;
    }
    int end = skipParentheses(text, skipTranslation(text, matched));
    for (String more : new String[] {"名称", "单位名称", "单位", "全称", "盖章", "公章"}) {
      end = text.startsWith(more, end) ? skipParentheses(text, end + more.length()) : end;
    }
    return end < text.length() && text.charAt(end) == ':' ? end + 1 : -1;
  }

  private static int matched(String text, int at, String name) {
    int here = at;
    for (int i = 0; i < name.length(); i++) {
      while (here < text.length() && text.charAt(here) == ' ' && name.charAt(i) != ' ') {
        here++;
      }
      if (here >= text.length() || text.charAt(here) != name.charAt(i)) {
        return -1;
      }
      here++;
    }
    return here;
  }

  /// 甲方 Party A (Client): the label in the other language.
  private static int skipTranslation(String text, int start) {
    int colon = text.indexOf(':', start);
    boolean near = colon > start && colon - start < 30;
    return near
            && text.substring(start, colon).chars().allMatch(character -> character < 128)
            && text.indexOf('(', start) != start
        ? colon
        : start;
  }

  private static int skipParentheses(String text, int start) {
    int at = start;
    while (at < text.length()
        && (text.charAt(at) == ' ' || text.charAt(at) == '(' || text.charAt(at) == '/')) {
      int close = text.charAt(at) == '(' ? text.indexOf(')', at) : at;
      if (text.charAt(at) == '/') {
        close = text.indexOf(':', at) - 1;
      }
      if (close < at || close - at > 24) {
        return at;
      }
      at = close + 1;
    }
    return at;
  }

  private static String name(String value) {
    String text = value.strip();
    boolean again = true;
    while (again) {
      String before = text;
      for (String lead :
          new String[] {"单位名称", "单位", "名称", "(盖章)", "(公章)", "(章)", "盖章", "全称", ":", "(单位公章)"}) {
        text = text.startsWith(lead) ? text.substring(lead.length()).strip() : text;
      }
      again = !text.equals(before) && !text.isEmpty();
    }
    int end = text.length();
    for (String stop :
        new String[] {
          "(以下", "(下称", "(简称", "(甲方", "(乙方", "(采购", "(成交", "(中标", "(委托", "(受托", "(供应商", "(服务商",
          "(需方", "(供方", "(盖章", "(公章", "(章)", ",", "。", ";", "以下简称", "_"
        }) {
      int at = text.indexOf(stop);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    for (String key : KEYS) {
      int at = text.indexOf(key);
      boolean keyed =
          at >= 0 && (at == 0 || text.charAt(at - 1) == ' ') && text.indexOf(':', at) >= 0;
      end = keyed ? Math.min(end, at) : end;
    }
    String name = withoutTranslation(text.substring(0, end).strip());
    return name.length() > LONGEST || name.contains(":") || Text.hasAny(name, "签字", "盖章", "法定代表")
        ? ""
        : name;
  }

  /// A name in two languages is the Chinese one; blanks inside Chinese words are typesetting.
  private static String withoutTranslation(String text) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean blank = text.charAt(i) == ' ';
      boolean before =
          i > 0 && (Normaliser.isWide(text.charAt(i - 1)) || text.charAt(i - 1) == ')');
      boolean latin =
          blank
              && i + 1 < text.length()
              && text.charAt(i + 1) < 128
              && Character.isLetter(text.charAt(i + 1));
      if (latin && before && looksLikeOrganisation(name.toString())) {
        break;
      }
      boolean typeset =
          blank
              && (before
                  || (i + 1 < text.length()
                      && Normaliser.isWide(text.charAt(i + 1))
                      && !isLatin(text.charAt(i - 1))));
      name.append(typeset ? "" : text.charAt(i));
    }
    return name.toString();
  }

  private static boolean isLatin(char character) {
    return character < 128 && Character.isLetter(character);
  }

  private static boolean isOpen(String value) {
    String text = value.strip();
    int stop = Text.indexOfAny(text, "(以下", "(下称", "(简称", "以下简称", "乙方:");
    String before = stop >= 0 ? text.substring(0, stop) : text;
    return before.chars().allMatch(character -> "_ -/".indexOf(character) >= 0);
  }

  private static boolean isNameAlone(Line line) {
    String text = line.text();
    return text.length() >= 4
        && text.length() <= LONGEST
        && text.indexOf(':') < 0
        && looksLikeOrganisation(text)
        && Label.parse(line.spaced()) == null;
  }

  /// The rest of a name that was broken over two lines.
  private static String rest(String name, Line next) {
    String text = next.text();
    boolean completes =
        !looksLikeOrganisation(name)
            && looksLikeOrganisation(text)
            && text.length() <= 16
            && text.indexOf(':') < 0;
    return completes ? text : "";
  }

  /// 某某局（以下简称“甲方”） in running text.
  private static @Nullable Party introduced(Script script, String[] names) {
    int seen = 0;
    for (Line line : script.lines()) {
      if (!line.isBlank() && ++seen > 60) {
        return null;
      }
      String text = line.text();
      int at = Text.indexOfAny(text, "(以下简称", "(以下称", "(下称", "(简称");
      while (at > 0) {
        int close = text.indexOf(')', at);
        String inside = close < 0 ? text.substring(at) : text.substring(at, close);
        if (Text.hasAny(inside, names)) {
          int start =
              Math.max(Text.lastIndexOfAny(text.substring(0, at), ",", "。", ":", ";", ")"), -1) + 1;
          String name = text.substring(start, at);
          for (String lead : new String[] {"与", "和", "由"}) {
            name = name.startsWith(lead) ? name.substring(lead.length()) : name;
          }
          if (name.length() >= 4 && name.length() <= LONGEST) {
            return new Party(Normaliser.display(name), Lines.at(line.number()));
          }
        }
        int next = text.indexOf("(", at + 1);
        at =
            next > 0
                    && Text.hasAny(
                        text.substring(next, Math.min(text.length(), next + 6)), "简称", "以下", "下称")
                ? next
                : -1;
      }
    }
    return null;
  }
}
