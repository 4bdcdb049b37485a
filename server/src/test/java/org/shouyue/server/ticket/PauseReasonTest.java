package org.shouyue.server.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PauseReasonTest {
  @Test
  void citesTheClauseOfForceMajeure() {
    List<PauseReason> reasons =
        PauseReason.of(List.of("## 六、不可抗力", "", "因不可抗力而无法承担责任的一方，应在不可抗力发生的 3 天内，及时通知另一方。"));

    PauseReason force = reasons.get(2);
    assertThat(force.reason()).isEqualTo("不可抗力");
    assertThat(force.line()).isEqualTo(3);
  }

  @Test
  void readsWhatElseAContractDoesNotCount() {
    assertThat(PauseReason.of(List.of("因甲方机房停电导致无法处理的，所耗时间不计入故障处理时限。")))
        .extracting(PauseReason::reason)
        .containsExactly("等待甲方", "等待第三方", "不可抗力", "甲方机房停电");
  }

  @Test
  void doesNotTakeARenewalForAPause() {
    assertThat(PauseReason.of(List.of("期满前一个月双方均未提出书面异议的，自动顺延一年。"))).hasSize(3);
  }
}
