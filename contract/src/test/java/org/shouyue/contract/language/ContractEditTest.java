package org.shouyue.contract.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Frequency;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractEditTest {

  private final Contract contract = ContractJsonTest.sample();

  @Test
  void changesSingleFieldsAndLeavesTheOriginalAlone() {
    Contract changed =
        edited(
            Map.of(
                "services[0].frequency",
                "\"P3M\"",
                "term.to",
                "\"2026-12-31\"",
                "number",
                "\"A-1\""));

    assertThat(changed.services().getFirst().frequency()).isEqualTo(Frequency.parse("P3M"));
    assertThat(changed.term().to()).isEqualTo("2026-12-31");
    assertThat(changed.number()).isEqualTo("A-1");
    assertThat(contract).isEqualTo(ContractJsonTest.sample());
  }

  @Test
  void fillsInPartsThatWereAbsent() {
    assertThat(edited(Map.of("provider.name", "\"青禾数安科技有限公司\"")).provider().name())
        .isEqualTo("青禾数安科技有限公司");
    assertThat(edited(Map.of("provider", "{\"name\": \"青禾\"}")).provider().name()).isEqualTo("青禾");
  }

  @Test
  void addsBehindTheLastItemAndTakesItemsOut() {
    String drill =
        "{\"title\": \"演练\", \"capability\": \"drill\", \"frequency\": \"P1Y\", \"clause\": \"二\"}";

    assertThat(edited(Map.of("services[1]", drill)).services()).hasSize(2);
    assertThat(edited(Map.of("services[1]", drill, "services[0]", "null")).services())
        .singleElement()
        .satisfies(only -> assertThat(only.title()).isEqualTo("演练"));
    assertThat(edited(Map.of("ambiguities[0]", "null")).ambiguities()).isEmpty();
    assertThat(edited(Map.of("services[0].deadline", "null")).services().getFirst().deadline())
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "services",
        "services[2]",
        "services[0]",
        "services[99999].title",
        "term.form",
        "term.from.x",
        "a[b]",
        "services[0]..title",
        "title[0]",
        "term.",
        "services[0].deadline.days"
      })
  void refusesUnknownPaths(String path) {
    Decoding decoding = ContractEdit.apply(contract, Map.of(path, json("\"x\"")));

    assertThat(decoding).isInstanceOf(Decoding.Refused.class);
    assertThat(((Decoding.Refused) decoding).problems()).hasSize(1);
  }

  @Test
  void refusesValuesThatBreakTheContract() {
    Decoding decoding =
        ContractEdit.apply(
            contract, Map.of("term.to", json("\"2020-01-01\""), "total.amount", json("\"免费\"")));

    assertThat(((Decoding.Refused) decoding).problems())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder("term", "total.amount");
  }

  @Test
  void showsWhatIsAtAPath() {
    assertThat(ContractEdit.at(contract, "services[0].deadline.day")).isEqualTo(json("25"));
    assertThat(ContractEdit.at(contract, "provider.name")).isNull();
    assertThat(ContractEdit.at(contract, "services[7].title")).isNull();
  }

  private Contract edited(Map<String, String> changes) {
    Map<String, JsonNode> parsed = new LinkedHashMap<>();
    changes.forEach((path, value) -> parsed.put(path, json(value)));
    return ContractEdit.apply(contract, parsed).orThrow();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
