package org.shouyue.server.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.server.hosts.PortMemory.Change;
import tools.jackson.databind.json.JsonMapper;

class PortMemoryTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-01-06T00:00:00Z");

  @Test
  void takesWhatIsOpenAtFirstAsMeantToBe() {
    PortMemory memory = PortMemory.first(List.of("tcp/0.0.0.0/443"), MONDAY);

    PortMemory later = memory.then(List.of("tcp/0.0.0.0/443", "tcp/0.0.0.0/4444"), TUESDAY);

    assertThat(later.listed()).containsExactly("tcp/0.0.0.0/443");
    assertThat(later.changes().getFirst())
        .isEqualTo(new Change(TUESDAY, List.of("tcp/0.0.0.0/4444"), List.of()));
  }

  @Test
  void writesNoChangeWhereNothingChanged() {
    PortMemory memory = PortMemory.first(List.of("tcp/0.0.0.0/443"), MONDAY);

    assertThat(memory.then(List.of("tcp/0.0.0.0/443"), TUESDAY).changes()).hasSize(1);
  }

  @Test
  void isReadBackAsItWasWritten() {
    JsonMapper json = JsonMapper.builder().build();
    PortMemory memory = PortMemory.first(List.of("tcp/::1/80"), MONDAY).then(List.of(), TUESDAY);

    assertThat(PortMemory.read(json, json.writeValueAsString(memory))).isEqualTo(memory);
  }
}
