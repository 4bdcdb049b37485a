package org.shouyue.contract.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Contract;
import org.shouyue.contract.document.DocumentReader;
import org.shouyue.contract.language.ContractJson;
import org.shouyue.contract.language.ContractYaml;
import org.shouyue.contract.reading.ContractReader;

/// What is read from a document survives the contract language unchanged.
class ReadAndWrittenTest {

  private static final Path REAL = Path.of("..", "..", "shared", "contracts");

  @Test
  void keepsEverySampleUnchanged() throws IOException {
    List<Path> samples = documents(Path.of("samples"));

    assertThat(samples).hasSizeGreaterThan(7).allSatisfy(ReadAndWrittenTest::survives);
  }

  @Test
  void keepsEveryRealContractUnchanged() throws IOException {
    assumeTrue(Files.isDirectory(REAL), "skipped: no shared data");

    assertThat(documents(REAL)).isNotEmpty().allSatisfy(ReadAndWrittenTest::survives);
  }

  private static void survives(Path document) {
    Contract read = new ContractReader().read(new DocumentReader().read(document).lines());

    assertThat(read.services()).isNotEmpty();
    assertThat(ContractYaml.read("a.yaml", ContractYaml.write(read)).orThrow()).isEqualTo(read);
    assertThat(ContractJson.read("a.json", ContractJson.write(read)).orThrow()).isEqualTo(read);
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(txt|docx|pdf)")).sorted().toList();
    }
  }
}
