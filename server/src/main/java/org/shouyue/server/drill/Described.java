package org.shouyue.server.drill;

import org.shouyue.server.drill.inject.Artefact;

/// Artefacts in people's words.
final class Described {
  private Described() {}

  static String what(Artefact artefact) {
    return switch (artefact) {
      case Artefact.Defacement page -> "页面被篡改（%s）".formatted(page.file());
      case Artefact.TestVirus virus -> "EICAR 测试病毒文件（%s）".formatted(virus.file());
      case Artefact.Beacon beacon -> "日志中的外联记录（%s）".formatted(beacon.file());
      case Artefact.StoppedService stopped -> "服务停止（%s）".formatted(stopped.service());
    };
  }

  /// Who noticed it, honestly.
  static String noticing(PlacedArtefact one) {
    String system = one.systemNoticedBy() == null ? "系统未发现" : "系统发现：" + one.systemNoticedBy();
    String people = one.peopleNoticedBy() == null ? "无人报告" : "人员报告：" + one.peopleNoticedBy();
    return system + "；" + people;
  }
}
