package org.shouyue.contract.reading;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Penalty.Base;
import org.shouyue.contract.Penalty.Obligor;
import org.shouyue.contract.Penalty.Per;
import org.shouyue.contract.Penalty.Subject;

/// Tells from words who owes a penalty, for what, how often, and what its rate is taken of.
final class PenaltyWords {
  private PenaltyWords() {}

  static String tail(String text, int length) {
    return text.substring(Math.max(0, text.length() - length));
  }

  static Per per(String text, @Nullable BigDecimal step) {
    String near = tail(text, 40);
    if (isHourly(near)) {
      return Per.CASE;
    }
    if (Text.hasAny(
        near,
        "每逾期",
        "每延",
        "每日",
        "每天",
        "按日",
        "每拖",
        "每迟",
        "每超过一日",
        "每超过1日",
        "每超期",
        "每推迟",
        "日万分",
        "日千分",
        "/天",
        "/日",
        "逐日",
        "每晚",
        "per day",
        "a day",
        "each day",
        "每一日",
        "每一天")) {
      return Per.DAY;
    }
    boolean each =
        Text.hasAny(
            near,
            "每次",
            "每发生",
            "每起",
            "每例",
            "每违反",
            "每出现",
            "每项",
            "每发现",
            "每缺",
            "每一次",
            "/次",
            "/起",
            "/项",
            "一次扣",
            "每少",
            "每超过",
            "per case",
            "每漏",
            "每台",
            "每人次",
            "发生一次",
            "发生1次",
            "每小时");
    return step != null || each ? Per.CASE : Per.BREACH;
  }

  /// 每延误1小时: more often than by the day, a case each time.
  private static boolean isHourly(String near) {
    int at = Text.lastIndexOfAny(near, "每延", "每逾期", "每超", "每拖", "每迟");
    return at >= 0 && Text.hasAny(near.substring(at, Math.min(near.length(), at + 9)), "小时", "分钟");
  }

  static @Nullable Base baseIn(String text) {
    int unpaid =
        Text.lastIndexOfAny(
            text, "未支付总", "未支付的", "未支付费用", "未履行部分", "剩余合同", "未支付总费用", "未支付服务费", "尚未支付");
    int overdue =
        Text.lastIndexOfAny(
            text, "欠款", "应付未付", "未付款", "逾期金额", "逾期付款金额", "逾期款", "拖欠", "逾期部分", "迟延支付", "延付", "逾期未付",
            "未付金额", "应付款", "应付金额", "逾期支付金额", "overdue");
    int period =
        Text.lastIndexOfAny(
            text,
            "当月",
            "当季",
            "当期",
            "本期",
            "月度服务费",
            "季度服务费",
            "月服务费",
            "季服务费",
            "当年度",
            "该季度",
            "该月",
            "月费",
            "monthly",
            "quarterly",
            "本季度",
            "本月",
            "年服务费",
            "年度服务费",
            "季度费用",
            "月度费用");
    int total =
        Text.lastIndexOfAny(
            text,
            "合同总",
            "总额",
            "总价",
            "合同金额",
            "合同价",
            "总金额",
            "合同款",
            "总费用",
            "项目金额",
            "服务费总",
            "合同标的",
            "合同额",
            "服务费",
            "服务费用",
            "费用总",
            "contract price",
            "total");
    if (unpaid >= 0 && unpaid >= overdue && unpaid >= period && total - unpaid <= 5) {
      return Base.UNPAID;
    }
    int best = Math.max(Math.max(overdue, period), total);
    if (best < 0) {
      return null;
    }
    if (overdue == best || (overdue >= 0 && best - overdue < 4)) {
      return Base.OVERDUE;
    }
    return period >= 0 && best - period <= 8
        ? Base.PERIOD_FEE
        : total == best ? Base.TOTAL : Base.PERIOD_FEE;
  }

  /// Who owes: the side that pays to the other, else the side first blamed.
  static Obligor party(String text, String all) {
    String plain = Roles.plain(text);
    if (Text.hasAny(plain, "任何一方", "双方中任", "违约方", "一方违", "另一方", "either party", "守约方")) {
      return Obligor.EITHER;
    }
    int toClient = Text.indexOfAny(plain, "向甲方", "给甲方", "支付甲方", "赔偿甲方", "甲方有权扣", "由乙方");
    int toProvider =
        Text.indexOfAny(
            plain, "向乙方支付", "向乙方偿", "向乙方承", "要求甲方支付", "要求甲方承", "向乙方赔", "支付乙方", "赔偿乙方", "由甲方");
    if (toProvider >= 0 && (toClient < 0 || toProvider < toClient)) {
      return Obligor.CLIENT;
    }
    if (toClient >= 0 || Text.hasAny(plain, "扣除", "扣减", "扣款", "扣罚", "核减", "扣")) {
      return Obligor.PROVIDER;
    }
    return blamed(plain, Roles.plain(all));
  }

  static Obligor blamed(String plain, String all) {
    for (String text : new String[] {plain, all}) {
      int client = text.indexOf("甲方");
      int provider = text.indexOf("乙方");
      if (client >= 0 || provider >= 0) {
        return provider < 0 || (client >= 0 && client < provider)
            ? Obligor.CLIENT
            : Obligor.PROVIDER;
      }
    }
    return Obligor.PROVIDER;
  }

  static Subject subject(String sentence, String all, Obligor party) {
    Subject own = named(sentence, party);
    return own != Subject.BREACH ? own : named(all, party);
  }

  static Subject named(String text, Obligor party) {
    if (Text.hasAny(text, "保密", "泄露", "泄密", "泄漏", "披露", "confidential")) {
      return Subject.SECRECY;
    }
    if (Text.hasAny(text, "可用率", "可用性", "可用度", "在线率", "availability")) {
      return Subject.AVAILABILITY;
    }
    if (Text.hasAny(text, "拒收", "拒绝接收", "拒绝接受", "拒不接收")) {
      return Subject.REFUSAL;
    }
    boolean late =
        Text.hasAny(
            text,
            "逾期",
            "延误",
            "延迟",
            "迟延",
            "未按时",
            "未能按时",
            "未按合同约定时间",
            "拖延",
            "延期",
            "滞纳",
            "拖欠",
            "按期",
            "迟交",
            "迟报",
            "晚交",
            "未按合同规定的期限",
            "late");
    if (late && party == Obligor.CLIENT) {
      return Subject.LATE_PAYMENT;
    }
    if (Text.hasAny(
            text,
            "响应",
            "到场",
            "到达现场",
            "恢复时间",
            "解决时限",
            "处理时限",
            "服务级别",
            "服务水平",
            "服务等级",
            "故障",
            "未在规定时间",
            "恢复时限",
            "响应时限",
            "SLA",
            late ? "故障" : "巡检")
        && party != Obligor.CLIENT
        && !Text.hasAny(text, "逾期交付", "逾期提供", "考核", "得分", "评分")) {
      return Subject.SERVICE_LEVEL;
    }
    if (late && party != Obligor.CLIENT) {
      return Text.hasAny(text, "付款", "支付合同款", "支付服务费") && party == Obligor.EITHER
          ? Subject.LATE_PAYMENT
          : Subject.LATE_DELIVERY;
    }
    boolean ends =
        Text.hasAny(
            text,
            "擅自变更",
            "擅自解除",
            "单方解除",
            "单方面解除",
            "擅自终止",
            "单方终止",
            "单方面终止",
            "提前终止",
            "提前解除",
            "变更或解除",
            "中途退出",
            "无故终止",
            "无故解除",
            "擅自停止",
            "中止合同",
            "转包",
            "terminat");
    return ends && !Text.hasAny(text, "转包") ? Subject.TERMINATION : Subject.BREACH;
  }
}
