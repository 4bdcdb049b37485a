package org.shouyue.contract.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class ContractSchemaTest {

  private static final JsonNode TEXT = JsonMapper.shared().readTree(ContractSchema.text());

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

  @Test
  void acceptsEveryContractThatIsPrinted() {
    RandomContracts contracts = new RandomContracts(31);

    for (int round = 0; round < 300; round++) {
      Contract contract = contracts.next();
      assertThat(schema.validate(ContractJson.tree(contract)))
          .as(ContractJson.write(contract))
          .isEmpty();
    }
  }

  @Test
  void knowsExactlyTheKeysThatArePrinted() {
    JsonNode printed = ContractJson.tree(ContractJsonTest.sample());
    JsonNode kinds = TEXT.get("$defs");

    assertThat(keys(TEXT.get("properties"))).isEqualTo(keys(printed));
    assertThat(keys(kinds.at("/party/anyOf/1/properties"))).isEqualTo(keys(printed.get("client")));
    assertThat(keys(kinds.at("/term/properties"))).isEqualTo(keys(printed.get("term")));
    assertThat(keys(kinds.at("/total/properties"))).isEqualTo(keys(printed.get("total")));
    for (String list :
        List.of(
            "services",
            "serviceLevels",
            "payments",
            "acceptances",
            "penalties",
            "secrecy",
            "ambiguities")) {
      String kind =
          TEXT.at("/properties/" + list + "/items/$ref").asString().replace("#/$defs/", "");
      assertThat(keys(kinds.get(kind).get("properties")))
          .as(list)
          .isEqualTo(keys(printed.get(list).get(0)));
    }
  }

  @Test
  void knowsEveryCapability() {
    List<String> known = new ArrayList<>();
    TEXT.at("/$defs/service/properties/capability/enum")
        .forEach(code -> known.add(code.asString()));

    assertThat(known)
        .containsExactlyElementsOf(
            List.of(Capability.values()).stream().map(Capability::code).toList());
  }

  @Test
  void agreesWithTheReaderAboutEverySpoiltValue() {
    for (String spoilt :
        List.of("@", "", "P1X", "-1", "1e9", "PT", "2026-13-01x", "late_payment", "NaN")) {
      JsonNode sound = ContractJson.tree(ContractJsonTest.sample());
      List<String> disputed = new ArrayList<>();
      int[] variants = new int[1];
      spoil(
          sound,
          spoilt,
          () -> {
            variants[0]++;
            List<Error> errors = schema.validate(sound);
            Decoding decoding = ContractJson.read("a.json", sound);
            if (errors.isEmpty() != decoding instanceof Decoding.Decoded) {
              disputed.add(errors + " but " + decoding);
            }
          });

      assertThat(variants[0]).isGreaterThan(35);
      assertThat(disputed).as("with “%s”", spoilt).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"titel\": \"a\"}",
        "{\"services\": [{\"title\": \"a\"}]}",
        "{\"services\": [{\"title\": \"a\", \"capability\": \"magic\"}]}",
        "{\"term\": {\"from\": 20260101}}",
        "{\"total\": {\"currency\": \"CNY\"}}",
        "{\"penalties\": [{\"party\": \"provider\", \"subject\": \"breach\"}]}"
      })
  void refusesWhatTheReaderRefuses(String json) {
    assertThat(schema.validate(JsonMapper.shared().readTree(json))).isNotEmpty();
    assertThat(ContractJson.read("a.json", json)).isInstanceOf(Decoding.Refused.class);
  }

  /// Puts the text in the place of every text in turn.
  private static void spoil(JsonNode node, String spoilt, Runnable variant) {
    if (node instanceof ObjectNode object) {
      new ArrayList<>(object.propertyNames())
          .forEach(key -> spoil(object.get(key), spoilt, variant, value -> object.set(key, value)));
    } else if (node instanceof ArrayNode array) {
      for (int at = 0; at < array.size(); at++) {
        int place = at;
        spoil(array.get(at), spoilt, variant, value -> array.set(place, value));
      }
    }
  }

  private static void spoil(
      JsonNode value, String spoilt, Runnable variant, Consumer<JsonNode> put) {
    if (value.isString()) {
      put.accept(StringNode.valueOf(spoilt));
      variant.run();
      put.accept(value);
    } else {
      spoil(value, spoilt, variant);
    }
  }

  private static List<String> keys(JsonNode node) {
    return new ArrayList<>(node.propertyNames());
  }
}
