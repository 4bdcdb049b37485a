package org.shouyue.server.drill.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class InjectorTest {
  private static final Instant UNTIL = Instant.parse("2026-01-01T00:00:00Z");
  private static final FileTime LONG_AGO =
      FileTime.from(Instant.parse("2020-02-03T04:05:06.123456789Z"));

  @TempDir Path folder;
  private Path root;
  private Path journal;
  private Path page;
  private Path log;
  private Injector injector;

  @BeforeEach
  void layGround() throws IOException {
    Path real = folder.toRealPath();
    root = Files.createDirectories(real.resolve("site/sub")).getParent();
    journal = Files.createDirectories(real.resolve("journal"));
    page = Files.writeString(root.resolve("sub/index.html"), "<h1>首页</h1>");
    Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-r-----"));
    Files.setLastModifiedTime(page, LONG_AGO);
    log = Files.writeString(root.resolve("app.log"), "one\n");
    Files.setLastModifiedTime(log, LONG_AGO);
    injector = another();
  }

  /// As after a restart: nothing but the journal is left.
  private Injector another() {
    return new Injector(journal, new Services(Map.of()), JsonMapper.shared());
  }

  @Test
  void givesADefacedPageBackAsItWas() throws IOException {
    Object inode = Files.getAttribute(page, "unix:ino");

    UUID id = inject(new Artefact.Defacement("sub/index.html", "<h1>hacked</h1>"));
    assertThat(page).content().contains("hacked", "SHOUYUE-DRILL 1");

    assertThat(another().undo(id)).isEqualTo(Injector.Undone.UNTOUCHED);
    assertThat(page).hasContent("<h1>首页</h1>");
    assertThat(Files.getLastModifiedTime(page)).isEqualTo(LONG_AGO);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
        .isEqualTo("rw-r-----");
    assertThat(Files.getAttribute(page, "unix:ino")).isEqualTo(inode);
    assertThat(injector.standing()).isEmpty();
    assertThat(injector.undo(id)).as("undone twice").isNull();
  }

  @Test
  void tellsWhetherSomebodyRepairedOrChangedIt() throws IOException {
    UUID repaired = inject(new Artefact.Defacement("sub/index.html", "x"));
    Files.writeString(page, "<h1>首页</h1>");
    assertThat(injector.undo(repaired)).isEqualTo(Injector.Undone.REPAIRED);

    UUID changed = inject(new Artefact.Defacement("sub/index.html", "x"));
    Files.writeString(page, "something else");
    assertThat(injector.undo(changed)).isEqualTo(Injector.Undone.CHANGED);

    UUID removed = inject(new Artefact.Defacement("sub/index.html", "x"));
    Files.delete(page);
    assertThat(injector.undo(removed)).isEqualTo(Injector.Undone.CHANGED);
    assertThat(page).hasContent("<h1>首页</h1>");
    assertThat(Files.getLastModifiedTime(page)).isEqualTo(LONG_AGO);
  }

  @Test
  void placesTheTestVirusAndRemovesIt() {
    UUID id = inject(new Artefact.TestVirus("sub/invoice.com"));
    assertThat(root.resolve("sub/invoice.com")).hasSize(68).hasContent(Artefact.TestVirus.text());

    injector.undo(id);
    assertThat(root.resolve("sub/invoice.com")).doesNotExist();
  }

  @Test
  void neverWritesOverNorRemovesAFileOfOthers() throws IOException {
    assertRefused(new Artefact.TestVirus("app.log"), "in-the-way");
    assertThat(log).hasContent("one\n");

    UUID id = inject(new Artefact.TestVirus("sub/a.com"));
    Files.writeString(root.resolve("sub/a.com"), "somebody's own");
    assertThatThrownBy(() -> injector.undo(id)).isInstanceOf(InjectionRefused.class);
    assertThat(root.resolve("sub/a.com")).hasContent("somebody's own");
    assertThat(injector.standing()).as("kept in the journal").hasSize(1);
  }

  @Test
  void takesItsLinesOutOfALogThatOthersWroteTo() throws IOException {
    UUID alone = inject(new Artefact.Beacon("app.log", List.of("beacon to 203.0.113.7")));
    assertThat(log).hasContent("one\nbeacon to 203.0.113.7 [SHOUYUE-DRILL 1]\n");
    injector.undo(alone);
    assertThat(log).hasContent("one\n");
    assertThat(Files.getLastModifiedTime(log)).isEqualTo(LONG_AGO);

    UUID shared = inject(new Artefact.Beacon("app.log", List.of("beacon", "again")));
    Files.writeString(log, "two\n", StandardOpenOption.APPEND);
    injector.undo(shared);
    assertThat(log).hasContent("one\ntwo\n");
  }

  @Test
  void undoesWhatAKilledServerWroteHalf() throws IOException {
    UUID beacon = inject(new Artefact.Beacon("app.log", List.of("beacon")));
    Files.writeString(log, "one\nbea");
    UUID virus = inject(new Artefact.TestVirus("v.com"));
    Files.writeString(root.resolve("v.com"), Artefact.TestVirus.text().substring(0, 9));
    UUID defaced = inject(new Artefact.Defacement("sub/index.html", "hacked"));
    Files.writeString(page, "");

    Injector after = another();
    assertThat(after.standing()).hasSize(3);
    after.undo(beacon);
    after.undo(virus);
    after.undo(defaced);

    assertThat(log).hasContent("one\n");
    assertThat(root.resolve("v.com")).doesNotExist();
    assertThat(page).hasContent("<h1>首页</h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "/etc/passwd", "sub/../../x", "./app.log", "", ".."})
  void neverLeavesTheFolder(String file) {
    assertRefused(new Artefact.TestVirus(file), "outside-root");
  }

  @Test
  void followsNoSymbolicLink() throws IOException {
    Path outside = Files.createDirectories(folder.toRealPath().resolve("outside"));
    Files.writeString(outside.resolve("index.html"), "outside");
    Files.createSymbolicLink(root.resolve("link"), outside);
    Files.createSymbolicLink(root.resolve("page.html"), outside.resolve("index.html"));

    assertRefused(new Artefact.TestVirus("link/v.com"), "symbolic-link");
    assertRefused(new Artefact.Defacement("link/index.html", "x"), "symbolic-link");
    assertRefused(new Artefact.Defacement("page.html", "x"), "symbolic-link");
    assertThat(outside.resolve("index.html")).hasContent("outside");

    Path linkedRoot = Files.createSymbolicLink(folder.toRealPath().resolve("alias"), root);
    assertThatThrownBy(() -> injector.inject(injection(linkedRoot, new Artefact.TestVirus("v"))))
        .isInstanceOf(InjectionRefused.class);
  }

  @Test
  void undoesNothingOutsideWhenAFolderBecomesALink() throws IOException {
    Path outside = Files.createDirectories(folder.toRealPath().resolve("outside"));
    Files.writeString(outside.resolve("index.html"), "outside");
    UUID id = inject(new Artefact.Defacement("sub/index.html", "hacked"));
    Files.move(root.resolve("sub"), root.resolve("moved"));
    Files.createSymbolicLink(root.resolve("sub"), outside);

    assertThatThrownBy(() -> injector.undo(id)).isInstanceOf(InjectionRefused.class);
    assertThat(outside.resolve("index.html")).hasContent("outside");
  }

  @Test
  void refusesWhatIsNotThereAndServicesThatNobodyAllowed() {
    assertRefused(new Artefact.Defacement("gone.html", "x"), "not-there");
    assertRefused(new Artefact.Beacon("sub", List.of("x")), "symbolic-link");
    assertRefused(new Artefact.StoppedService("sshd"), "service");
    assertThatThrownBy(() -> new Services.Commands(List.of("rm"), List.of("/a"), List.of("/b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private UUID inject(Artefact artefact) {
    Injector.Injection injection = injection(root, artefact);
    injector.inject(injection);
    return injection.id();
  }

  private void assertRefused(Artefact artefact, String code) {
    assertThatThrownBy(() -> injector.inject(injection(root, artefact)))
        .isInstanceOfSatisfying(
            InjectionRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    assertThat(injector.standing()).isEmpty();
  }

  private static Injector.Injection injection(Path root, Artefact artefact) {
    return new Injector.Injection(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        root,
        artefact,
        "SHOUYUE-DRILL 1",
        UNTIL);
  }
}
