package org.shouyue.contract.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Due;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Party;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.Secrecy;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.Term;
import org.shouyue.contract.Total;
import org.shouyue.contract.Trigger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractJsonTest {

  private static final Contract NOTHING =
      new Contract(
          null, null, null, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of());

  @Test
  void printsTheFixedForm() {
    assertThat(ContractJson.tree(sample()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"title": "运维合同", "number": null,
                     "client": {"name": "云溪县人民政府办公室", "lines": [3, 3]}, "provider": null,
                     "term": {"from": "2026-01-01", "to": null, "length": "P1Y", "starts": "fixed",
                              "renewal": "automatic", "renewalLength": "P1Y", "lines": [7, 8]},
                     "total": {"amount": "365000.00", "currency": "CNY", "lines": null},
                     "services": [{"id": "1", "clause": "（一）", "title": "月报", "text": "每月25日前提交月报",
                       "lines": [9, 9], "capability": "reporting", "frequency": "P1M", "atMost": null,
                       "deadline": {"month": null, "fromDay": null, "day": 25},
                       "deliverables": ["月报"], "scope": [], "valueAdded": false}],
                     "serviceLevels": [{"subject": "故障", "severity": "一级", "respond": "PT30M",
                       "onSite": null, "resolve": "PT4H", "calendar": "24x7", "target": "0.999", "lines": [10, 10],
                       "feedback": null, "forewarn": false}],
                     "payments": [{"percent": "40", "amount": "146000.00", "trigger": "served/P6M", "due": "P10D",
                       "calendar": "working", "lines": null}],
                     "acceptances": [{"after": "P6M", "within": "P15D", "calendar": "working", "rectify": null,
                       "lines": null}],
                     "penalties": [{"party": "client", "subject": "late-payment", "rate": "0.0005", "per": "day",
                       "base": "overdue", "cap": "0.2", "fixed": null, "step": null, "lines": [12, 12],
                       "matter": null, "severities": [], "limits": []}],
                     "secrecy": [{"term": "P5Y", "lines": null}],
                     "ambiguities": [{"code": "conflict", "message": "每季或每月", "lines": [9, 11]}]}
                    """));
  }

  @Test
  void keepsEveryKeyInOrderWhenNothingIsKnown() {
    assertThat(ContractJson.write(NOTHING).replaceAll("\\s", ""))
        .isEqualTo(
            "{\"title\":null,\"number\":null,\"client\":null,\"provider\":null,\"term\":null,\"total\":null,"
                + "\"services\":[],\"serviceLevels\":[],\"payments\":[],\"acceptances\":[],\"penalties\":[],"
                + "\"secrecy\":[],\"ambiguities\":[]}");
    assertThat(keys(ContractJson.tree(sample()).get("services").get(0)))
        .containsExactly(
            "id",
            "clause",
            "title",
            "text",
            "lines",
            "capability",
            "frequency",
            "atMost",
            "deadline",
            "deliverables",
            "scope",
            "valueAdded");
  }

  @Test
  void readsBackWhatItPrints() {
    assertThat(ContractJson.read("a.json", ContractJson.write(sample())).orThrow())
        .isEqualTo(sample());
    assertThat(ContractJson.read("a.json", "{}").orThrow()).isEqualTo(NOTHING);
  }

  @Test
  void readsBackAnyContract() {
    RandomContracts contracts = new RandomContracts(11);

    for (int round = 0; round < 300; round++) {
      Contract contract = contracts.next();
      assertThat(ContractJson.read("a.json", ContractJson.write(contract)).orThrow())
          .isEqualTo(contract);
      assertThat(ContractJson.read("a.json", ContractJson.tree(contract)).orThrow())
          .isEqualTo(contract);
    }
  }

  @Test
  void teachesOtherMappers() {
    JsonMapper mapper = JsonMapper.builder().addModule(ContractJson.module()).build();
    record Draft(String state, Contract body) {}

    String json = mapper.writeValueAsString(new Draft("draft", sample()));

    assertThat(json).contains("\"party\":\"client\"", "\"lines\":[3,3]");
    assertThat(mapper.readValue(json, Draft.class)).isEqualTo(new Draft("draft", sample()));
  }

  @Test
  void namesPlaceFieldAndRemedyOfEveryError() {
    String json =
        """
        {"title": "a",
         "term": {"from": "2026-02-30"},
         "services": [{"title": "巡检", "capability": "inspektion", "frequenzy": "P1M"}]}
        """;

    assertThat(problems(json))
        .extracting(Problem::line, Problem::path)
        .containsExactly(
            tuple(2, "term.from"),
            tuple(3, "services[0].capability"),
            tuple(3, "services[0].frequenzy"));
    assertThat(problems(json).get(2).remedy().english()).isEqualTo("did you mean frequency?");
    assertThat(problems(json).getFirst().toString())
        .startsWith("a.json:2:19: term.from: “2026-02-30”不是有效的日期");
  }

  @Test
  void refusesWhatIsNoJsonOrTooDeepOrTooLarge() {
    assertThat(problems("")).hasSize(1);
    assertThat(problems("{\"title\": ")).hasSize(1);
    assertThat(problems("{} {}")).hasSize(1);
    assertThat(problems("[]")).hasSize(1);
    assertThat(problems("[".repeat(100_000))).hasSize(1);
    assertThat(problems(" ".repeat(ContractJson.MOST_CHARACTERS + 1))).hasSize(1);
    assertThat(problems("{\"title\": \"a\", \"title\": \"b\"}")).hasSize(1);
  }

  @Test
  void stopsCollectingAtSomePoint() {
    assertThat(problems("{\"services\": [" + "{},".repeat(500) + "{}]}")).hasSize(Problems.MOST);
  }

  @Test
  void turnsImpossibleCombinationsIntoProblems() {
    String json =
        "{\"term\": {\"from\": \"2026-12-31\", \"to\": \"2026-01-01\"}, \"total\": {\"amount\": \"1e999999999\"}}";

    assertThat(problems(json)).extracting(Problem::path).containsExactly("term", "total.amount");
    assertThatExceptionOfType(ContractInvalid.class)
        .isThrownBy(() -> ContractJson.read("a.json", json).orThrow())
        .withMessageContaining("2026-12-31..2026-01-01");
  }

  private static List<Problem> problems(String json) {
    return switch (ContractJson.read("a.json", json)) {
      case Decoding.Refused(List<Problem> problems) -> problems;
      case Decoding.Decoded(Contract contract) -> throw new AssertionError("was read: " + contract);
    };
  }

  private static List<String> keys(JsonNode node) {
    return new ArrayList<>(node.propertyNames());
  }

  static Contract sample() {
    return new Contract(
        "运维合同",
        null,
        new Party("云溪县人民政府办公室", Lines.at(3)),
        null,
        new Term(
            LocalDate.of(2026, 1, 1),
            null,
            Period.ofYears(1),
            Term.Start.FIXED,
            Term.Renewal.AUTOMATIC,
            Period.ofYears(1),
            new Lines(7, 8)),
        new Total(new BigDecimal("365000.00"), "CNY", null),
        List.of(
            new ServiceItem(
                "1",
                "（一）",
                "月报",
                "每月25日前提交月报",
                Lines.at(9),
                Capability.REPORTING,
                new Frequency.Every(Period.ofMonths(1)),
                null,
                new Deadline(null, null, 25),
                List.of("月报"),
                List.of(),
                false)),
        List.of(
            new ServiceLevel(
                "故障",
                "一级",
                Duration.ofMinutes(30),
                null,
                Duration.ofHours(4),
                CountedTime.ALWAYS,
                new BigDecimal("0.999"),
                Lines.at(10))),
        List.of(
            new Payment(
                new BigDecimal("40"),
                new BigDecimal("146000.00"),
                Trigger.parse("served/P6M"),
                Due.parse("P10D"),
                CountedTime.WORKING,
                null)),
        List.of(
            new Acceptance(Period.ofMonths(6), Period.ofDays(15), CountedTime.WORKING, null, null)),
        List.of(
            new Penalty(
                Penalty.Obligor.CLIENT,
                Penalty.Subject.LATE_PAYMENT,
                new BigDecimal("0.0005"),
                Penalty.Per.DAY,
                Penalty.Base.OVERDUE,
                new BigDecimal("0.2"),
                null,
                null,
                Lines.at(12))),
        List.of(new Secrecy("P5Y", null)),
        List.of(new Ambiguity(Ambiguity.Code.CONFLICT, "每季或每月", new Lines(9, 11))));
  }
}
