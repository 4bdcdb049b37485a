package org.shouyue.server.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/// What somebody must do. The words are those by which contracts name the service level for it.
public enum TicketKind {
  FAULT("故障", "故障", "可用", "中断", "网站", "系统"),
  INCIDENT("安全事件", "攻击", "事件", "安全", "应急"),
  REQUEST("请求", "请求", "需求", "咨询", "支持", "服务"),
  CHANGE("变更", "变更", "修改", "更新", "请求"),
  RECTIFICATION("整改", "漏洞", "问题", "整改", "安全", "故障"),
  /// A notice from a higher authority or an exposure board (外部通报).
  EXTERNAL("外部通报", "通报", "漏洞", "问题", "整改", "安全");

  private final String chinese;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that cannot be changed
  private final List<String> words;

  TicketKind(String chinese, String... words) {
    this.chinese = chinese;
    this.words = List.of(words);
  }

  /// What it is called.
  String chinese() {
    return chinese;
  }

  /// How well a service level's subject fits, 0 for not at all.
  int fits(String subject) {
    for (int n = 0; n < words.size(); n++) {
      if (subject.contains(words.get(n))) {
        return words.size() - n;
      }
    }
    return 0;
  }

  /// The written code, `fault`.
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind with this code.
  ///
  /// @throws IllegalArgumentException when there is none
  @JsonCreator
  public static TicketKind of(String code) {
    for (TicketKind kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no ticket kind is called " + code);
  }
}
