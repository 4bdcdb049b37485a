package org.shouyue.contract.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.Secrecy;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.document.DocumentReader;
import org.shouyue.contract.language.ContractYaml;

class SamplesTest {

  private static final Path SAMPLES = Path.of("samples");

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.replace(".txt", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void areAtLeastSevenLayouts() throws IOException {
    assertThat(names()).hasSizeGreaterThanOrEqualTo(7).contains("demo-site-and-host");
  }

  @ParameterizedTest
  @MethodSource("names")
  void haveAKeyThatPointsIntoTheText(String name) throws IOException {
    List<String> lines = text(name + ".txt");
    Contract key = key(name);

    assertThat(Objects.requireNonNull(key.title()).replace(" ", ""))
        .isEqualTo(lines.getFirst().replace(" ", ""));
    assertThat(key.services()).hasSizeGreaterThanOrEqualTo(7);
    assertThat(places(key))
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place.to()).isLessThanOrEqualTo(lines.size()))
        .allSatisfy(place -> assertThat(lines.get(place.from() - 1)).isNotBlank());
    for (ServiceItem service : key.services()) {
      String clause =
          String.join("", lines.subList(service.lines().from() - 1, service.lines().to()));
      assertThat(service.deliverables())
          .allSatisfy(document -> assertThat(clause).contains(document));
      assertThat(service.scope()).allSatisfy(system -> assertThat(clause).contains(system));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void agreeWithThemselvesAboutMoney(String name) throws IOException {
    Contract key = key(name);
    BigDecimal total = key.total().amount();

    for (Payment payment : key.payments()) {
      if (payment.percent() != null && payment.amount() != null) {
        assertThat(total.multiply(payment.percent()).movePointLeft(2))
            .isEqualByComparingTo(payment.amount());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"county-site-group.docx", "three-fault-levels.pdf"})
  void readTheSameFromOtherFormats(String name) throws IOException {
    List<String> original =
        text(name.replaceAll("\\..*", ".txt")).stream().filter(line -> !line.isBlank()).toList();

    assertThat(text(name)).isEqualTo(original);
  }

  @Test
  void demoIsFreeOfDoubts() throws IOException {
    assertThat(key("demo-site-and-host").ambiguities()).isEmpty();
    assertThat(text("demo-site-and-host.txt")).noneMatch(line -> line.contains("__"));
  }

  private static List<String> text(String name) {
    return new DocumentReader().read(SAMPLES.resolve(name)).lines();
  }

  private static Contract key(String name) throws IOException {
    String file = name + ".yaml";
    return ContractYaml.read(file, Files.readString(SAMPLES.resolve("keys").resolve(file)))
        .orThrow();
  }

  private static List<Lines> places(Contract key) {
    List<Lines> places = new ArrayList<>();
    key.services().stream().map(ServiceItem::lines).forEach(places::add);
    key.serviceLevels().stream().map(ServiceLevel::lines).forEach(places::add);
    key.payments().stream().map(Payment::lines).forEach(places::add);
    key.acceptances().stream().map(Acceptance::lines).forEach(places::add);
    key.penalties().stream().map(Penalty::lines).forEach(places::add);
    key.secrecy().stream().map(Secrecy::lines).forEach(places::add);
    return places;
  }
}
