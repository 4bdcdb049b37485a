package org.shouyue.contract.reading;

import org.shouyue.contract.text.Normaliser;

/// Names what a limit applies to, in the contract's words where it names it.
final class Subjects {
  private static final String[] KNOWN = {
    "网站故障",
    "系统故障",
    "硬件故障",
    "软件故障",
    "网络故障",
    "数据库故障",
    "服务器故障",
    "设备故障",
    "安全事件",
    "突发事件",
    "应急事件",
    "网络安全事件",
    "故障",
    "恶意针对性攻击",
    "攻击",
    "漏洞",
    "服务请求",
    "咨询",
    "投诉",
    "需求",
    "事件",
    "问题",
    "异常",
    "事故",
    "fault",
    "incident"
  };
  private static final int LONGEST = 20;

  private Subjects() {}

  static String of(String words, String title) {
    int first = Integer.MAX_VALUE;
    String found = "";
    for (String known : KNOWN) {
      int at = words.indexOf(known);
      if (at >= 0 && (at < first || (at == first && known.length() > found.length()))) {
        first = at;
        found = known;
      }
    }
    if (!found.isEmpty()) {
      return found;
    }
    boolean named = !title.isEmpty() && title.length() <= LONGEST;
    return named ? Normaliser.display(title) : "服务";
  }
}
