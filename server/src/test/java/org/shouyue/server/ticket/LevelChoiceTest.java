package org.shouyue.server.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.server.work.Severity;

class LevelChoiceTest {
  @Test
  void picksTheLevelWhoseSubjectFitsTheKind() {
    Contract contract = contract(level("安全事件", null, 2), level("网站故障", null, 48));

    assertThat(LevelChoice.of(contract, TicketKind.FAULT, Severity.HIGH)).isEqualTo(1);
    assertThat(LevelChoice.of(contract, TicketKind.INCIDENT, Severity.HIGH)).isZero();
  }

  @Test
  void picksTheGradeByItsLimitsNotByItsPlaceInTheText() {
    Contract contract = contract(level("故障", "一般", 24), level("故障", "重大", 2), level("故障", "较大", 8));

    assertThat(LevelChoice.of(contract, TicketKind.FAULT, Severity.CRITICAL)).isEqualTo(1);
    assertThat(LevelChoice.of(contract, TicketKind.FAULT, Severity.HIGH)).isEqualTo(2);
    assertThat(LevelChoice.of(contract, TicketKind.FAULT, Severity.INFO)).isZero();
  }

  /// GB/T 20986: 特别重大, 重大, 较大, 一般.
  @Test
  void knowsTheGradesOfEventsByTheirNames() {
    Contract contract =
        contract(
            level("安全事件", "一般", 1),
            level("安全事件", "特别重大", 1),
            level("安全事件", "较大", 1),
            level("安全事件", "重大", 1));

    assertThat(LevelChoice.of(contract, TicketKind.INCIDENT, Severity.CRITICAL)).isEqualTo(1);
    assertThat(LevelChoice.of(contract, TicketKind.INCIDENT, Severity.HIGH)).isEqualTo(3);
    assertThat(LevelChoice.of(contract, TicketKind.INCIDENT, Severity.MEDIUM)).isEqualTo(2);
    assertThat(LevelChoice.of(contract, TicketKind.INCIDENT, Severity.LOW)).isZero();
  }

  @Test
  void takesTheGradeThatSomebodyFound() {
    Contract contract =
        contract(level("一级故障", "一级", 2), level("二级故障", "二级", 8), level("三级故障", "三级", 72));

    assertThat(LevelChoice.of(contract, TicketKind.FAULT, Severity.CRITICAL)).isZero();
    assertThat(LevelChoice.of(contract, TicketKind.FAULT, Severity.MEDIUM)).isEqualTo(2);
    assertThat(LevelChoice.of(contract, TicketKind.FAULT, Severity.CRITICAL, "三级")).isEqualTo(2);
  }

  @Test
  void promisesNothingWhereTheContractPromisesNothing() {
    assertThat(LevelChoice.of(contract(), TicketKind.FAULT, Severity.HIGH)).isNull();
  }

  private static ServiceLevel level(String subject, String severity, int hours) {
    return new ServiceLevel(
        subject, severity, null, null, Duration.ofHours(hours), CountedTime.ALWAYS, null, null);
  }

  private static Contract contract(ServiceLevel... levels) {
    return new Contract(
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(levels),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
