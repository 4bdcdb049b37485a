package org.shouyue.contract.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;

class ContractYamlTest {

  @Test
  void readsWhatPeopleWrite() {
    Contract contract =
        ContractYaml.read(
                "a.yaml",
                """
                title: 网站运维合同   # 一句注释
                client: 云溪县人民政府办公室
                term: {from: 2026-01-01, to: 2026-12-31}
                total: {amount: 365000.00, lines: 7}
                services:
                  - title: 漏洞扫描
                    clause: 1.10
                    capability: vulnerability-scan
                    frequency: P2D
                    deliverables: 扫描报告
                    scope: [门户网站, 1号服务器]
                  - title: 培训
                    capability: training
                    frequency: R2/P1Y
                serviceLevels:
                  - {subject: 网站故障, respond: PT30M, resolve: PT4H}
                penalties:
                  - {party: provider, subject: late-delivery, rate: 0.0005, per: day, base: total, cap: 0.2}
                """)
            .orThrow();

    assertThat(contract.client().name()).isEqualTo("云溪县人民政府办公室");
    assertThat(contract.total().amount()).isEqualTo(new BigDecimal("365000.00"));
    assertThat(contract.total().lines()).isEqualTo(Lines.at(7));
    assertThat(contract.services().getFirst().id()).isEqualTo("1.10");
    assertThat(contract.services().getFirst().capability())
        .isEqualTo(Capability.VULNERABILITY_SCAN);
    assertThat(contract.services().getFirst().deliverables()).containsExactly("扫描报告");
    assertThat(contract.services().getLast().id()).isEqualTo("2");
    assertThat(contract.services().getLast().frequency()).isEqualTo(Frequency.parse("R2/P1Y"));
    assertThat(contract.serviceLevels().getFirst().calendar()).isEqualTo(CountedTime.ALWAYS);
    assertThat(contract.penalties().getFirst().rate()).isEqualTo(new BigDecimal("0.0005"));
  }

  @Test
  void printsWhatPeopleReadAndCompare() {
    assertThat(ContractYaml.write(ContractJsonTest.sample()))
        .isEqualTo(
            """
            # 合同名称与编号
            title: 运维合同
            # 甲方：接受服务的一方
            client:
              name: 云溪县人民政府办公室
              lines: [3, 3]
            # 服务期限。starts: fixed 固定日期, signing 自签订之日; renewal: automatic 自动, negotiated 协商
            term:
              from: 2026-01-01
              length: P1Y
              starts: fixed
              renewal: automatic
              renewalLength: P1Y
              lines: [7, 8]
            # 合同总额
            total:
              amount: '365000.00'
              currency: CNY
            # 服务项。frequency: P2D 隔日, P3M 每季, R2/P1Y 每年至少 2 次, continuous 持续, on-event 遇事, on-request 按需, once 一次; atMost 次数上限
            services:
            - id: '1'
              clause: （一）
              title: 月报
              text: 每月25日前提交月报
              lines: [9, 9]
              capability: reporting
              frequency: P1M
              deadline:
                day: 25
              deliverables: [月报]
            # 服务级别：响应 respond、到场 onSite、解决 resolve。calendar: 24x7 或 working
            serviceLevels:
            - subject: 故障
              severity: 一级
              respond: PT30M
              resolve: PT4H
              calendar: 24x7
              target: '0.999'
              lines: [10, 10]
            # 付款：比例、金额、起点、期限
            payments:
            - percent: '40'
              amount: '146000.00'
              trigger: served/P6M
              due: P10D
              calendar: working
            # 验收：服务多久之后、多久之内
            acceptances:
            - after: P6M
              within: P15D
              calendar: working
            # 违约责任：比例写成小数，0.5‰ 是 '0.0005'
            penalties:
            - party: client
              subject: late-payment
              rate: '0.0005'
              per: day
              base: overdue
              cap: '0.2'
              lines: [12, 12]
            # 保密期限
            secrecy:
            - term: P5Y
            # 疑义：须由人逐条决定后合同才能生效
            ambiguities:
            - code: conflict
              message: 每季或每月
              lines: [9, 11]
            """);
  }

  @Test
  void readsBackAnyContractThatItPrints() {
    RandomContracts contracts = new RandomContracts(23);

    for (int round = 0; round < 1_000; round++) {
      Contract contract = contracts.next();
      String yaml = ContractYaml.write(contract);
      assertThat(ContractYaml.read("a.yaml", yaml).orThrow()).as(yaml).isEqualTo(contract);
    }
  }

  @Test
  void namesLineColumnFieldAndRemedyOfEveryErrorAtOnce() {
    List<Problem> problems =
        problems(
            """
            title: 运维合同
            total:
              amount: 365,000.00
            services:
              - title: 巡检
                capability: inspection
                frequency: P3X
                at_most: 2
              - capability: drill
            penalties:
              - {party: 乙方, subject: breach, rate: 5%, per: breach}
            """);

    assertThat(problems)
        .extracting(Problem::line, Problem::column, Problem::path)
        .containsExactly(
            tuple(3, 11, "total.amount"),
            tuple(7, 16, "services[0].frequency"),
            tuple(8, 5, "services[0].at_most"),
            tuple(9, 5, "services[1].title"),
            tuple(11, 13, "penalties[0].party"),
            tuple(11, 40, "penalties[0].rate"));
    assertThat(problems.get(2).remedy().chinese()).isEqualTo("是否想写 atMost？");
    assertThat(problems.get(3).wording().chinese()).isEqualTo("缺少必填的 title");
    assertThat(problems.get(4).remedy().english())
        .isEqualTo("write one of client, provider, either");
    assertThat(problems.getLast().toString())
        .startsWith(
            "a.yaml:11:40: penalties[0].rate: “5%”不是有效的比例 / “5%” is not a valid fraction — ");
  }

  @Test
  void refusesTwoServicesOfOneId() {
    assertThat(
            problems(
                "services: [{id: a, title: x, capability: drill}, {id: a, title: y, capability: duty}]"))
        .extracting(Problem::path)
        .containsExactly("services[1].id");
  }

  @Test
  void placesSyntaxErrors() {
    assertThat(problems("title: a\n  number: b\n")).extracting(Problem::line).containsExactly(2);
    assertThat(problems("title: \"a\n")).hasSize(1);
    assertThat(problems("")).hasSize(1);
    assertThat(problems("- a")).hasSize(1);
    assertThat(problems("[a]: b")).isNotEmpty();
    assertThat(problems("title: a\ntitle: b")).extracting(Problem::line).containsExactly(2);
  }

  @Test
  @Timeout(20)
  void refusesBombs() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      laughs.append(
          "a%d: &a%d [%s]\n".formatted(level, level, "*a%d, ".formatted(level - 1).repeat(9)));
    }

    assertThat(problems(laughs.toString()))
        .extracting(problem -> problem.wording().english())
        .containsExactly("anchors (&) are not allowed");
    assertThat(problems("title: *a")).hasSize(1);
    assertThat(problems("services: " + "[".repeat(100_000))).hasSize(1);
    assertThat(problems("- ".repeat(100_000))).hasSize(1);
    assertThat(problems("title: a\n---\ntitle: b\n")).hasSize(1);
    assertThat(problems("#".repeat(YamlTree.MOST_CHARACTERS + 1))).hasSize(1);
  }

  @Test
  @Timeout(60)
  void answersEveryMutilatedTextWithAContractOrProblems() {
    String sound = ContractYaml.write(ContractJsonTest.sample());
    Random random = new Random(3);
    int refused = 0;

    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder(sound);
      for (int cuts = 1 + random.nextInt(3); cuts > 0; cuts--) {
        int from = random.nextInt(text.length() - 10);
        text.replace(from, from + random.nextInt(8), String.valueOf((char) random.nextInt(0x3000)));
      }
      refused += ContractYaml.read("a.yaml", text.toString()) instanceof Decoding.Refused ? 1 : 0;
    }

    assertThat(refused).isBetween(1_000, 4_999);
  }

  private static List<Problem> problems(String yaml) {
    return switch (ContractYaml.read("a.yaml", yaml)) {
      case Decoding.Refused(List<Problem> problems) -> problems;
      case Decoding.Decoded(Contract contract) -> throw new AssertionError("was read: " + contract);
    };
  }
}
