package org.shouyue.contract.reading;

/// Brings the many names of the two sides down to 甲方 and 乙方.
final class Roles {
  private static final String[] CLIENTS = {
    "采购人",
    "采购方",
    "采购单位",
    "委托方",
    "委托人",
    "买方",
    "发包人",
    "贵局",
    "贵单位",
    "贵方",
    "用户方",
    "需方",
    "招标人",
    "购买方",
    "the Client",
    "Party A"
  };
  private static final String[] PROVIDERS = {
    "中标供应商",
    "成交供应商",
    "供应商",
    "中标人",
    "受托方",
    "受托人",
    "卖方",
    "承包人",
    "我单位",
    "我公司",
    "我方",
    "承诺人",
    "服务方",
    "服务商",
    "供方",
    "承接方",
    "承接主体",
    "the Provider",
    "Party B"
  };

  private Roles() {}

  static String plain(String text) {
    String plain = text;
    for (String name : CLIENTS) {
      plain = plain.contains(name) ? plain.replace(name, "甲方") : plain;
    }
    for (String name : PROVIDERS) {
      plain = plain.contains(name) ? plain.replace(name, "乙方") : plain;
    }
    return plain;
  }
}
