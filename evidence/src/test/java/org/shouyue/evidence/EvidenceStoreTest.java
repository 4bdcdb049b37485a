package org.shouyue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouyue.evidence.Given.CONTRACT;
import static org.shouyue.evidence.Given.item;
import static org.shouyue.evidence.Given.text;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceStoreTest {
  @TempDir Path root;
  private EvidenceStore store;

  @BeforeEach
  void open() {
    store = EvidenceStore.open(root);
  }

  @Test
  void keepsContentUnderItsDigestAndGivesItBack() throws IOException {
    EvidenceRecord record = store.append(item("a.txt"), text("内容"));

    String sha256 = record.content().sha256();
    assertThat(root.resolve("sha256/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4)))
        .isDirectoryContaining(file -> file.getFileName().toString().equals(sha256));
    try (InputStream in = store.content(sha256)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("内容");
    }
    assertThat(root.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void recordsOfEachContractFormTheirOwnChain() {
    EvidenceItem other =
        new EvidenceItem(new UUID(5, 2), "x", "text/plain", Given.NOW, Given.NOW, "run");

    EvidenceRecord one = store.append(item("1"), text("1"));
    store.append(other, text("x"));
    EvidenceRecord two = store.append(item("2"), text("1"));

    assertThat(two.seq()).isEqualTo(2);
    assertThat(two.previous()).isEqualTo(one.digest());
    assertThat(store.records(CONTRACT)).containsExactly(one, two);
    assertThat(EvidenceStore.open(root).records(CONTRACT)).containsExactly(one, two);
    assertThat(store.records(new UUID(0, 0))).isEmpty();
    assertThat(store.verify(CONTRACT))
        .isEqualTo(new EvidenceStore.ChainState.Sound(2, two.digest()));
  }

  @Test
  void twoStoresOnOneFolderAndManyThreadsMakeOneChain() throws Exception {
    List<EvidenceStore> stores = List.of(store, EvidenceStore.open(root));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<EvidenceRecord>> all =
          IntStream.range(0, 60)
              .mapToObj(
                  i -> threads.submit(() -> appendRetrying(stores.get(i % 2), String.valueOf(i))))
              .toList();
      for (Future<EvidenceRecord> one : all) {
        one.get();
      }
    }

    assertThat(store.verify(CONTRACT)).isInstanceOf(EvidenceStore.ChainState.Sound.class);
    assertThat(store.records(CONTRACT)).hasSize(60);
  }

  /// Two stores in one process cannot wait for each other's file lock: the platform refuses
  /// instead.
  private static EvidenceRecord appendRetrying(EvidenceStore store, String name) {
    while (true) {
      try {
        return store.append(item(name), text(name));
      } catch (java.nio.channels.OverlappingFileLockException _) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void alteredContentIsNotedWhenItIsRead() throws IOException {
    EvidenceRecord record = store.append(item("a"), text("good"));
    Path file = contentFile(record);
    Files.writeString(file, "evil");

    try (InputStream in = store.content(record.content().sha256())) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
    assertThat(store.verify(CONTRACT))
        .isEqualTo(new EvidenceStore.ChainState.Damaged(1, "its content was altered"));
    store.put(text("good"));
    assertThat(store.verify(CONTRACT))
        .as("a sound copy takes the place of a damaged one")
        .isInstanceOf(EvidenceStore.ChainState.Sound.class);
    Files.delete(file);
    assertThat(store.verify(CONTRACT))
        .isEqualTo(new EvidenceStore.ChainState.Damaged(1, "its content is missing"));
    assertThatThrownBy(() -> store.content(record.content().sha256()))
        .isInstanceOfSatisfying(
            EvidenceException.class,
            e -> assertThat(e.code()).isEqualTo(EvidenceException.Code.CONTENT_MISSING));
  }

  @Test
  void inputThatFailsLeavesNothing() throws IOException {
    InputStream failing =
        new FilterInputStream(new ByteArrayInputStream(new byte[100_000])) {
          private int left = 70_000;

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
              throw new IOException("gone");
            }
            int n = super.read(into, offset, Math.min(left, length));
            left -= n;
            return n;
          }
        };

    assertThatThrownBy(() -> store.append(item("a"), failing))
        .isInstanceOf(EvidenceException.class);
    assertThat(store.records(CONTRACT)).isEmpty();
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void lineTornAnywhereIsPassedOverAndWrittenAnew() throws IOException {
    EvidenceRecord one = store.append(item("1"), text("1"));
    long whole = Files.size(chain());
    store.append(item("2"), text("2"));
    byte[] full = Files.readAllBytes(chain());
    for (int length = (int) whole; length < full.length; length++) {
      Files.write(chain(), Arrays.copyOf(full, length));

      EvidenceStore after = EvidenceStore.open(root);

      assertThat(after.records(CONTRACT)).containsExactly(one);
      EvidenceRecord next = after.append(item("again"), text("again"));
      assertThat(EvidenceStore.open(root).records(CONTRACT)).containsExactly(one, next);
    }
  }

  @Test
  void lineOfWhichOnlyTheEndReachedTheDiskIsTornToo() throws IOException {
    EvidenceRecord one = store.append(item("1"), text("1"));
    byte[] torn = new byte[200];
    torn[199] = '\n';
    Files.write(chain(), torn, StandardOpenOption.APPEND);

    EvidenceStore after = EvidenceStore.open(root);

    EvidenceRecord two = after.append(item("2"), text("2"));
    assertThat(EvidenceStore.open(root).records(CONTRACT)).containsExactly(one, two);
  }

  @Test
  void damageToAnyRecordIsReportedAndNeverBuiltOn() throws IOException {
    for (int i = 0; i < 3; i++) {
      store.append(item(String.valueOf(i)), text("x"));
    }
    String good = Files.readString(chain());
    for (String name : List.of("\"name\":\"0\"", "\"name\":\"1\"", "\"name\":\"2\"")) {
      Files.writeString(chain(), good.replace(name, "\"name\" :\"y\""));

      EvidenceStore after = EvidenceStore.open(root);

      assertThat(after.verify(CONTRACT)).isInstanceOf(EvidenceStore.ChainState.Damaged.class);
      assertThatThrownBy(() -> after.append(item("z"), text("z")))
          .isInstanceOfSatisfying(
              EvidenceException.class,
              e -> assertThat(e.code()).isEqualTo(EvidenceException.Code.CHAIN_DAMAGED));
    }
    Files.writeString(chain(), good.lines().skip(1).toList().getFirst() + "\n");
    assertThat(EvidenceStore.open(root).verify(CONTRACT))
        .isInstanceOf(EvidenceStore.ChainState.Damaged.class);
  }

  private Path chain() {
    return root.resolve("chains").resolve(CONTRACT + ".ndjson");
  }

  private Path contentFile(EvidenceRecord record) {
    String sha256 = record.content().sha256();
    return root.resolve("sha256")
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2, 4))
        .resolve(sha256);
  }
}
