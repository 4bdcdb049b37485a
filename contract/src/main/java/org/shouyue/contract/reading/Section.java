package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a clause is about, told from its heading.
enum Section {
  SERVICES(
      "服务内容",
      "服务范围",
      "服务项目",
      "服务事项",
      "服务清单",
      "服务承诺",
      "服务要求",
      "服务标准",
      "服务方案",
      "服务目录",
      "服务明细",
      "服务需求",
      "服务概述",
      "服务说明",
      "维护内容",
      "维护范围",
      "维护服务",
      "维护要求",
      "运维内容",
      "运维范围",
      "运维要求",
      "运维服务",
      "工作内容",
      "工作范围",
      "工作任务",
      "技术服务",
      "委托事项",
      "委托内容",
      "委托服务",
      "采购需求",
      "采购内容",
      "项目内容",
      "项目需求",
      "合同内容",
      "合同标的",
      "标的",
      "技术要求",
      "技术需求",
      "技术规范",
      "提供以下",
      "如下服务",
      "下列服务",
      "具体服务",
      "保障内容",
      "任务清单",
      "服务的内容",
      "服务的范围",
      "维护的内容",
      "scope of",
      "services"),
  LEVELS(
      "服务级别",
      "服务等级",
      "服务水平",
      "响应时间",
      "响应要求",
      "响应时限",
      "故障等级",
      "故障分级",
      "故障级别",
      "服务时效",
      "SLA",
      "时限要求",
      "事件分级",
      "事件等级",
      "service level"),
  TERM(
      "合同期限", "服务期限", "服务期", "合同期", "履行期限", "维护期限", "有效期", "合同工期", "服务周期", "合作期限", "委托期限", "服务起止",
      "期限", "term"),
  PRICE(
      "合同金额", "合同价款", "合同总价", "合同价格", "服务费用", "服务费", "维护费用", "运维费用", "价款", "费用", "报酬", "总价", "金额",
      "价格", "price", "fee"),
  PAYMENT("付款方式", "支付方式", "付款", "支付", "结算", "payment"),
  ACCEPTANCE("验收", "考核", "acceptance"),
  PENALTIES("违约", "罚则", "扣款", "赔偿", "扣罚", "处罚", "奖惩", "liability", "breach"),
  SECRECY("保密", "confidential"),
  RIGHTS("权利", "义务", "甲方责任", "乙方责任", "双方责任", "甲方的责任", "乙方的责任", "双方的责任", "职责", "责任划分", "责任和"),
  OTHER(
      "不可抗力",
      "争议",
      "纠纷",
      "仲裁",
      "其他",
      "其它",
      "附则",
      "合同生效",
      "生效",
      "变更",
      "解除",
      "终止",
      "知识产权",
      "履约保证金",
      "履约担保",
      "通知",
      "送达",
      "转让",
      "分包",
      "法律",
      "总则",
      "定义",
      "合同文件",
      "签订",
      "份数",
      "廉政",
      "声明",
      "账户",
      "force majeure",
      "dispute");

  /// A keyword must make up this part of a heading to overrule what the heading stands below.
  private static final double STRONG = 0.4;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy, made once
  private final List<String> keywords;

  Section(String... keywords) {
    List<String> lower = new ArrayList<>();
    for (String keyword : keywords) {
      lower.add(keyword.toLowerCase(Locale.ROOT));
    }
    this.keywords = List.copyOf(lower);
  }

  /// The sections that a heading announces; a heading may announce several (价款及支付方式).
  static Set<Section> of(String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    Set<Section> sections = EnumSet.noneOf(Section.class);
    for (Section section : values()) {
      if (section.longest(lower) > 0) {
        sections.add(section);
      }
    }
    return narrowed(lower, sections);
  }

  /// The sections whose keyword is most of the heading, not just a word in it.
  static Set<Section> stronglyOf(String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    Set<Section> sections = of(heading);
    sections.removeIf(section -> section.longest(lower) < STRONG * heading.length());
    return sections;
  }

  private static Set<Section> narrowed(String heading, Set<Section> sections) {
    if (sections.contains(PENALTIES) || sections.contains(SECRECY)) {
      sections.remove(RIGHTS);
    }
    if (sections.contains(SECRECY) || heading.contains("保证金")) {
      sections.removeAll(EnumSet.of(PRICE, PAYMENT, TERM));
    }
    if (heading.contains("违约金") || (heading.contains("费用") && sections.contains(PENALTIES))) {
      sections.remove(PRICE);
    }
    boolean several =
        heading.indexOf('及') >= 0
            || heading.indexOf('和') >= 0
            || heading.indexOf('、') >= 0
            || heading.indexOf('与') >= 0;
    if (!several && (sections.contains(SECRECY) || sections.contains(PENALTIES))) {
      sections.remove(SERVICES);
    }
    boolean work = heading.endsWith("服务") || heading.endsWith("工作");
    if (work && (heading.startsWith("其他") || heading.startsWith("其它"))) {
      sections.remove(OTHER);
    }
    if (heading.endsWith("变更") && !heading.contains("合同") && heading.length() > 2) {
      sections.remove(OTHER);
    }
    if (sections.size() > 1) {
      sections.remove(OTHER);
    }
    return sections;
  }

  private int longest(String heading) {
    int longest = 0;
    for (String keyword : keywords) {
      if (keyword.length() > longest && heading.contains(keyword)) {
        longest = keyword.length();
      }
    }
    return longest;
  }
}
