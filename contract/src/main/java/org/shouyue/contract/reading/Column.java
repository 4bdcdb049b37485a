package org.shouyue.contract.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column of a table holds, told from its heading. The first that matches a heading wins.
enum Column {
  SEVERITY("故障级别", "故障等级", "事件级别", "事件等级", "级别", "等级", "优先级", "严重程度", "severity", "priority"),
  ON_SITE("到场", "到达", "上门", "现场响应", "抵达", "on-site", "onsite", "on site"),
  RESPOND("响应", "应答", "受理", "respon"),
  RESOLVE("恢复", "解决", "修复", "处理时", "处置时", "排除", "完成时", "办结", "resol", "restor", "recover"),
  PENALTY("扣款", "扣罚", "扣减", "扣费", "罚", "违约金", "扣除", "deduct", "penalty", "credit"),
  PERCENT("比例", "占比", "百分比", "percent"),
  TRIGGER("付款条件", "支付条件", "付款节点", "支付节点", "付款时间", "支付时间", "付款期", "支付期", "付款阶段", "milestone"),
  CYCLE("周期", "频次", "频率", "次数", "服务时间", "执行时间", "时间要求", "frequency", "cycle"),
  DELIVERABLE("成果", "交付", "输出", "提交物", "提交文档", "提交材料", "提交报告", "deliverable"),
  SCOPE("对象", "服务范围", "覆盖范围", "范围", "涉及系统", "scope"),
  KIND("服务类型", "计费", "收费方式"),
  MONEY("单价", "金额", "小计", "报价", "费用", "总价", "合价", "价格", "amount", "price"),
  QUANTITY("数量", "单位", "qty", "unit"),
  INDEX("序号", "编号", "序", "no.", "no"),
  TITLE("服务项", "项目名称", "服务名称", "服务类别", "维护项目", "项目", "名称", "事项", "类别", "类型", "item", "service"),
  TEXT(
      "内容",
      "说明",
      "详情",
      "要求",
      "描述",
      "标准",
      "指标",
      "定义",
      "现象",
      "范例",
      "条款",
      "description",
      "definition"),
  REMARK("备注", "remark");

  private static final int LONGEST_HEADING = 14;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy, made once
  private final List<String> keywords;

  Column(String... keywords) {
    this.keywords = List.of(keywords);
  }

  /// The column that a heading names, null when it names none.
  static @Nullable Column of(String heading) {
    String lower = heading.toLowerCase(java.util.Locale.ROOT);
    if (lower.isEmpty()
        || lower.length() > (lower.charAt(0) < 128 ? 2 * LONGEST_HEADING : LONGEST_HEADING)) {
      return null;
    }
    Column prefixed = lower.equals("服务内容") || lower.equals("工作内容") ? TEXT : null;
    if (prefixed != null) {
      return prefixed;
    }
    for (Column column : values()) {
      for (String keyword : column.keywords) {
        if (column == INDEX
            ? lower.equals(keyword) || (lower.endsWith("号") && lower.contains(keyword))
            : lower.contains(keyword)) {
          return column;
        }
      }
    }
    return null;
  }
}
