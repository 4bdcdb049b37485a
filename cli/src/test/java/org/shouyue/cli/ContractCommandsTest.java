package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reading and planning of real files.
class ContractCommandsTest {

  private static final Path SAMPLE = Path.of("../contract/samples/demo-site-and-host.txt");

  @TempDir Path folder;

  @Test
  void printsTheFixedForm() {
    Shell.Answer answer = Shell.run("contract", "read", SAMPLE);

    assertThat(answer.exit()).isZero();
    assertThat(answer.err()).isEmpty();
    JsonNode contract = json(answer);
    assertThat(contract.propertyNames())
        .containsExactly(
            "title",
            "number",
            "client",
            "provider",
            "term",
            "total",
            "services",
            "serviceLevels",
            "payments",
            "acceptances",
            "penalties",
            "secrecy",
            "ambiguities");
    assertThat(contract.at("/client/name").asString()).isEqualTo("云溪县人民政府办公室");
    assertThat(contract.at("/total/amount").isString()).as("money is never a float").isTrue();
    assertThat(new BigDecimal(contract.at("/total/amount").asString()))
        .isEqualByComparingTo("365000");
    assertThat(contract.at("/term/from").asString()).isEqualTo("2026-01-01");
    assertThat(contract.path("services").size()).isEqualTo(9);
    assertThat(contract.at("/services/0").propertyNames())
        .contains(
            "id",
            "clause",
            "title",
            "text",
            "lines",
            "capability",
            "frequency",
            "atMost",
            "deliverables",
            "scope",
            "valueAdded");
  }

  @Test
  void readsWhatItWroteAsYamlIntoTheSameContract() throws IOException {
    Path yaml = folder.resolve("contract.yaml");
    Files.writeString(yaml, Shell.run("contract", "read", SAMPLE, "--format", "yaml").out());

    assertThat(json(Shell.run("contract", "read", yaml)))
        .isEqualTo(json(Shell.run("contract", "read", SAMPLE)));
  }

  @Test
  void readsGbkAsWellAsUtf8() throws IOException {
    Path gbk = folder.resolve("gbk.txt");
    Files.writeString(gbk, Files.readString(SAMPLE), Charset.forName("GBK"));

    Shell.Answer answer = Shell.run("contract", "read", gbk);

    assertThat(answer.exit()).isZero();
    assertThat(json(answer)).isEqualTo(json(Shell.run("contract", "read", SAMPLE)));
  }

  @Test
  void leavesContradictoryDatesToAPersonAndPlansNothing() throws IOException {
    Path twice = folder.resolve("twice.txt");
    Files.writeString(twice, Files.readString(SAMPLE).replace("至2026年12月31日止", "至2027年6月30日止"));

    Shell.Answer read = Shell.run("contract", "read", twice);
    Shell.Answer plan = Shell.run("contract", "plan", twice, "--signed", "2025-12-22");

    assertThat(read.exit()).isZero();
    assertThat(json(read).path("ambiguities"))
        .anySatisfy(ambiguity -> {
          assertThat(ambiguity.path("code").asString()).isEqualTo("conflict");
          assertThat(ambiguity.path("message").asString()).contains("2027");
        });
    assertThat(plan.exit()).isEqualTo(2);
    assertThat(plan.out()).isEmpty();
    assertThat(plan.err()).contains("cannot be planned yet");
  }

  @Test
  void plansTheYear() {
    JsonNode plan =
        json(
            Shell.run(
                "contract",
                "plan",
                SAMPLE,
                "--signed",
                "2025-12-22",
                "--format",
                "json",
                "--accept-ambiguities"));

    assertThat(plan.at("/term/from").asString()).isEqualTo("2026-01-01");
    assertThat(ofEachService(plan)).as("monthly, quarterly, twice, once").contains(12, 4, 2, 1);
    assertThat(plan.at("/quotas/0/atMost").asInt()).isEqualTo(10);
    assertThat(plan.at("/payments").size()).isEqualTo(3);
  }

  @Test
  void scoresTheSamplesAgainstTheirKeys() {
    Path samples = SAMPLE.getParent();

    Shell.Answer text = Shell.run("contract", "score", samples, samples.resolve("keys"));
    Shell.Answer json =
        Shell.run("contract", "score", samples, samples.resolve("keys"), "--format", "json");

    assertThat(text.exit()).isZero();
    assertThat(text.out()).contains("services", "payments", "penalties", "all");
    assertThat(json.exit()).isZero();
    assertThat(json(json).toString()).contains("precision", "recall");
  }

  /// How many obligations each service has.
  private static Collection<Integer> ofEachService(JsonNode plan) {
    Map<String, Integer> counts = new TreeMap<>();
    plan.path("obligations")
        .forEach(one -> counts.merge(one.path("service").asString(), 1, Integer::sum));
    return counts.values();
  }

  private static JsonNode json(Shell.Answer answer) {
    return new JsonMapper().readTree(answer.out());
  }
}
