package org.shouyue.contract.reading;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Frequency;

/// How often a service is owed where no cycle is written: by words such as 实时 and 按需, or by the
/// nature of the work (who watches, watches without a break).
final class Rhythm {
  private static final String[] CONTINUOUS = {
    "实时", "持续", "不间断", "7x24", "24x7", "全天候", "24小时", "365", "real-time", "continuous"
  };
  private static final String[] REGULAR = {"定期", "定时", "周期性", "不定期", "周期化"};
  private static final String[] REQUESTED = {
    "按需",
    "根据甲方需要",
    "根据甲方需求",
    "根据采购人需要",
    "根据采购人需求",
    "按甲方要求",
    "按照甲方要求",
    "应甲方要求",
    "甲方提出",
    "根据需要",
    "如需",
    "on request",
    "on demand"
  };
  private static final String[] EVENTS = {
    "发生", "遭受", "遭遇", "遭到", "突发", "事件", "事故", "重大活动", "重要时期", "动态响应", "接到通知", "上级", "收到通报", "攻击"
  };

  private static final String[] TIMES = {
    "重大", "重要", "重点", "特殊", "敏感", "节假日", "期间", "时期", "活动", "两会", "护网"
  };

  private static final Set<Capability> WATCHING =
      EnumSet.of(
          Capability.HOST_MONITORING,
          Capability.WEBSHELL_SCAN,
          Capability.MALWARE_SCAN,
          Capability.TAMPER_PROTECTION,
          Capability.PORT_WATCH,
          Capability.HOSTING,
          Capability.SITE_AVAILABILITY,
          Capability.SITE_CONTENT,
          Capability.CERTIFICATE,
          Capability.THREAT_INTELLIGENCE,
          Capability.DATABASE_ACCESS_CONTROL,
          Capability.DATABASE_AUDIT,
          Capability.DATABASE_CARE,
          Capability.LOG_ANALYSIS);

  private Rhythm() {}

  /// The frequency of a kind of work by the words around it; null when they leave it open.
  static @Nullable Frequency of(Capability capability, String text) {
    if (WATCHING.contains(capability) && Text.hasAny(text, CONTINUOUS)) {
      return Frequency.Plain.CONTINUOUS;
    }
    if (Text.hasAny(text, "一次性")) {
      return Frequency.Plain.ONCE;
    }
    return switch (capability) {
      case HOST_MONITORING,
          TAMPER_PROTECTION,
          PORT_WATCH,
          HOSTING,
          SITE_AVAILABILITY,
          CERTIFICATE,
          THREAT_INTELLIGENCE,
          DATABASE_ACCESS_CONTROL,
          DATABASE_AUDIT,
          LOG_ANALYSIS ->
          Text.hasAny(text, REGULAR) ? null : Frequency.Plain.CONTINUOUS;
      case DUTY -> duty(text);
      case INCIDENT_RESPONSE, BULLETIN, EXTERNAL_FINDING ->
          Text.hasAny(text, "定期") ? null : Frequency.Plain.ON_EVENT;
      case SUPPORT -> support(text);
      case SITE_CHANGE, CONSULTING -> Text.hasAny(text, "定期") ? null : Frequency.Plain.ON_REQUEST;
      default -> asked(text);
    };
  }

  /// Who stands guard round the clock does so without a break, unless only in certain times.
  private static @Nullable Frequency duty(String text) {
    if (Text.hasAny(text, CONTINUOUS) && !Text.hasAny(text, TIMES)) {
      return Frequency.Plain.CONTINUOUS;
    }
    return Text.hasAny(text, "定期") ? null : Frequency.Plain.ON_EVENT;
  }

  private static @Nullable Frequency support(String text) {
    if (Text.hasAny(text, "驻场", "派驻", "驻点")) {
      return null;
    }
    if (text.contains("日常") && !Text.hasAny(text, "支持", "电话", "热线", "咨询", "要求")) {
      return null;
    }
    return Text.hasAny(text, "突发", "事件发生") ? Frequency.Plain.ON_EVENT : Frequency.Plain.ON_REQUEST;
  }

  private static @Nullable Frequency asked(String text) {
    if (Text.hasAny(text, REGULAR)) {
      return null;
    }
    if (Text.hasAny(text, REQUESTED)) {
      return Frequency.Plain.ON_REQUEST;
    }
    return Text.hasAny(text, "动态响应", "接到通知", "收到通报") ? Frequency.Plain.ON_EVENT : null;
  }

  /// The frequency that a cell of a cycle column names without a period, null when it names none.
  static @Nullable Frequency ofCell(String cell) {
    if (Text.hasAny(cell, CONTINUOUS)) {
      return Frequency.Plain.CONTINUOUS;
    }
    if (Text.hasAny(cell, REQUESTED) || Text.hasAny(cell, "需要时", "需求")) {
      return Frequency.Plain.ON_REQUEST;
    }
    if (Text.hasAny(cell, EVENTS) || Text.hasAny(cell, "发现", "触发", "出现", "event")) {
      return Frequency.Plain.ON_EVENT;
    }
    return Text.hasAny(cell, "一次性", "仅一次") || cell.equals("1次") || cell.equals("一次")
        ? Frequency.Plain.ONCE
        : null;
  }
}
