package org.shouyue.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.Contract;

class ContractReaderFuzzTest {
  private static final String ALPHABET =
      "一二三十百万壹贰拾第条章（）()、。，,;:：.．0123456789%‰每隔年月日周季度天小时分钟次元整人民币甲乙方"
          + "支付合同签订验收违约金保密期限服务巡检漏洞扫描《》\t _-x×*7*24/半内前至起止不超过至少响应解决恢复附件ABCabc①\u3000\uff11\uff0e|#<u></u>";

  private final ContractReader reader = new ContractReader();

  @Test
  void readsAnyNoise() {
    Random random = new Random(20260101);
    for (int round = 0; round < 1500; round++) {
      List<String> lines = noise(random, 1 + random.nextInt(30), 60);

      assertReads(lines);
    }
  }

  @Test
  void readsAnyUnicode() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        StringBuilder line = new StringBuilder();
        random.ints(random.nextInt(80), 0, 0x10000).forEach(unit -> line.append((char) unit));
        lines.add(line.toString());
      }
      assertReads(lines);
    }
  }

  @Test
  void readsDamagedContracts() throws IOException {
    Random random = new Random(42);
    List<List<String>> originals = originals();
    for (int round = 0; round < 400; round++) {
      assertReads(damaged(originals.get(round % originals.size()), random));
    }
  }

  @Test
  void readsLongLinesAndManyLinesInTime() {
    String clause = "1.1 漏洞扫描：每季度一次，乙方应在2小时内响应（含、《报告》），逾期每日按合同总额的0.5‰支付违约金。";
    List<List<String>> heavy =
        List.of(
            Collections.nCopies(20_000, clause),
            Collections.nCopies(100_000, "乙方应每月对系统进行巡检并及时响应处理各类问题以保障系统正常稳定运行且不得"),
            Collections.nCopies(100_000, "1\t巡检\t每月一次\t报告"),
            List.of(clause.repeat(20_000)),
            List.of("(".repeat(300_000)),
            List.of("每".repeat(300_000)),
            List.of("9".repeat(300_000)),
            List.of("一".repeat(300_000)),
            List.of("\t".repeat(300_000)),
            List.of("1.".repeat(100_000)),
            Collections.nCopies(20_000, "(一)"),
            Collections.nCopies(50_000, "甲方："));
    for (List<String> lines : heavy) {
      assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertReads(lines));
    }
  }

  @Test
  void readsNothingFromNothing() {
    Contract contract = reader.read(List.of());

    assertThat(contract.services()).isEmpty();
    assertThat(contract.title()).isNull();
    assertThat(contract.ambiguities()).isEmpty();
  }

  private void assertReads(List<String> lines) {
    Contract contract = reader.read(lines);

    assertThat(contract.services())
        .allSatisfy(item -> assertThat(item.lines().to()).isLessThanOrEqualTo(lines.size()))
        .extracting(item -> item.id())
        .doesNotHaveDuplicates();
  }

  private static List<String> noise(Random random, int lines, int width) {
    List<String> noise = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      StringBuilder line = new StringBuilder();
      random
          .ints(random.nextInt(width), 0, ALPHABET.length())
          .forEach(at -> line.append(ALPHABET.charAt(at)));
      noise.add(line.toString());
    }
    return noise;
  }

  private static List<String> damaged(List<String> original, Random random) {
    List<String> lines = new ArrayList<>(original);
    for (int i = 0; i < 12 && !lines.isEmpty(); i++) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int cut = line.isEmpty() ? 0 : random.nextInt(line.length());
      switch (random.nextInt(6)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.set(at, line.substring(0, cut));
        case 2 -> lines.set(at, line.substring(cut));
        case 3 ->
            lines.set(
                at, line.substring(0, cut) + noise(random, 1, 12).getFirst() + line.substring(cut));
        case 4 -> Collections.swap(lines, at, random.nextInt(lines.size()));
        default -> lines.set(at, line.replace("。", "").replace("：", " "));
      }
    }
    return lines;
  }

  private static List<List<String>> originals() throws IOException {
    List<List<String>> originals = new ArrayList<>();
    for (Path folder :
        List.of(
            Path.of("samples"),
            Path.of("../shared/contracts"),
            Path.of("../../shared/contracts"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
            originals.add(Files.readAllLines(file));
          }
        }
      }
    }
    return originals;
  }
}
