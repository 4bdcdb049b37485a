package org.shouyue.server.agreement;

import java.util.Locale;
import org.shouyue.contract.Penalty;

/// What penalty clauses are called for people.
final class SettlementLabels {
  private SettlementLabels() {}

  static String of(Penalty clause) {
    String subject =
        switch (clause.subject()) {
          case BREACH -> "违约";
          case LATE_DELIVERY -> "逾期交付";
          case LATE_PAYMENT -> "逾期付款";
          case SERVICE_LEVEL -> "未达服务级别";
          case AVAILABILITY -> "可用率不足";
          case SECRECY -> "违反保密";
          case TERMINATION -> "单方变更或终止";
          case REFUSAL -> "无故拒绝服务";
          case OUTAGE_CREDIT -> "中断顺延";
        };
    String party =
        switch (clause.party()) {
          case CLIENT -> "甲方";
          case PROVIDER -> "乙方";
          case EITHER -> "违约方";
        };
    return party + subject;
  }

  static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
