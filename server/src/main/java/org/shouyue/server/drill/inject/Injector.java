package org.shouyue.server.drill.inject;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Puts artefacts in place and takes them away. Every call may be repeated: undoing twice undoes
/// once. One thread at a time within a process; the journal belongs to one node.
public final class Injector {
  private static final byte[] NOTHING = {};

  private final UndoJournal journal;
  private final Services services;

  /// @param journal the folder of this node's undo journal
  public Injector(Path journal, Services services, JsonMapper json) {
    this.journal = new UndoJournal(journal, json);
    this.services = services;
  }

  /// What is to be put where.
  ///
  /// @param root the folder of the drill asset
  /// @param marker what shows that it belongs to a drill
  /// @param until when it is undone at the latest, by the wall clock
  public record Injection(
      UUID id,
      UUID client,
      UUID drill,
      Path root,
      Artefact artefact,
      String marker,
      Instant until) {}

  /// An artefact that is, or may be, in place.
  public record Standing(UUID id, UUID client, UUID drill, Instant until) {}

  /// How things were found when an artefact was taken away.
  public enum Undone {
    /// As the injector left them.
    UNTOUCHED,
    /// Somebody had repaired them already.
    REPAIRED,
    /// Somebody had changed them otherwise; they are as before the drill now.
    CHANGED
  }

  /// Puts it in place. When it fails, nothing is left behind.
  ///
  /// @throws InjectionRefused when it cannot be put there
  public synchronized void inject(Injection given) {
    UndoJournal.Entry entry = prepare(given);
    journal.write(entry);
    try {
      place(entry);
    } catch (InjectionRefused e) {
      var _ = undo(entry);
      throw e;
    }
  }

  private UndoJournal.Entry prepare(Injection given) {
    return switch (given.artefact()) {
      case Artefact.Defacement page ->
          overFile(given, page.file(), marked(page.content(), given.marker()));
      case Artefact.TestVirus virus -> newFile(given, virus.file());
      case Artefact.Beacon beacon -> overFile(given, beacon.file(), lines(beacon, given.marker()));
      case Artefact.StoppedService stopped -> {
        if (!services.runs(stopped.service())) {
          throw new InjectionRefused("service", "does not run: " + stopped.service());
        }
        yield entry(given, null, NOTHING);
      }
    };
  }

  private static UndoJournal.Entry overFile(Injection given, String file, byte[] placed) {
    DrillFolder.Snapshot before = new DrillFolder(given.root()).read(file);
    if (before == null) {
      throw new InjectionRefused("not-there", "no such file: " + file);
    }
    return entry(given, before, placed);
  }

  private static UndoJournal.Entry newFile(Injection given, String file) {
    if (new DrillFolder(given.root()).read(file) != null) {
      throw new InjectionRefused("in-the-way", "there is a file already: " + file);
    }
    return entry(given, null, Artefact.TestVirus.text().getBytes(StandardCharsets.US_ASCII));
  }

  private static UndoJournal.Entry entry(
      Injection given, DrillFolder.@Nullable Snapshot before, byte[] placed) {
    Instant modified = before == null ? Instant.EPOCH : before.modified().toInstant();
    return new UndoJournal.Entry(
        given.id(),
        given.client(),
        given.drill(),
        given.root().toString(),
        given.artefact(),
        given.until(),
        before == null ? null : before.content(),
        modified.getEpochSecond(),
        modified.getNano(),
        before == null ? "" : PosixFilePermissions.toString(before.mode()),
        placed);
  }

  private static byte[] marked(String page, String marker) {
    return (page + "\n<!-- " + marker + " -->\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lines(Artefact.Beacon beacon, String marker) {
    StringBuilder text = new StringBuilder();
    for (String line : beacon.lines()) {
      text.append(line.replaceAll("\\R", " ")).append(" [").append(marker).append("]\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void place(UndoJournal.Entry entry) {
    DrillFolder folder = new DrillFolder(Path.of(entry.root()));
    switch (entry.artefact()) {
      case Artefact.Defacement page -> folder.overwrite(page.file(), entry.placed());
      case Artefact.TestVirus virus -> folder.create(virus.file(), entry.placed());
      case Artefact.Beacon beacon -> folder.append(beacon.file(), entry.placed());
      case Artefact.StoppedService stopped -> services.stop(stopped.service());
    }
  }

  /// Takes one away; null when this node's journal does not know it, because it was undone before
  /// or another node placed it.
  ///
  /// @throws InjectionRefused when it cannot be taken away now; the journal keeps it
  public synchronized @Nullable Undone undo(UUID id) {
    UndoJournal.Entry entry = journal.find(id);
    return entry == null ? null : undo(entry);
  }

  private Undone undo(UndoJournal.Entry entry) {
    DrillFolder folder = new DrillFolder(Path.of(entry.root()));
    Undone found =
        switch (entry.artefact()) {
          case Artefact.Defacement page -> restore(folder, page.file(), entry);
          case Artefact.TestVirus virus -> removeOurs(folder, virus.file(), entry.placed());
          case Artefact.Beacon beacon -> cutOut(folder, beacon.file(), entry);
          case Artefact.StoppedService stopped -> {
            boolean ran = services.runs(stopped.service());
            services.start(stopped.service());
            yield ran ? Undone.REPAIRED : Undone.UNTOUCHED;
          }
        };
    journal.remove(entry.id());
    return found;
  }

  private static Undone restore(DrillFolder folder, String file, UndoJournal.Entry entry) {
    byte[] original = original(entry);
    DrillFolder.Snapshot found = folder.read(file);
    if (found == null) {
      folder.create(file, original);
    } else if (!Arrays.equals(found.content(), original)) {
      folder.overwrite(file, original);
    }
    attributes(folder, file, entry);
    if (found != null && Arrays.equals(found.content(), original)) {
      return Undone.REPAIRED;
    }
    return found != null && Arrays.equals(found.content(), entry.placed())
        ? Undone.UNTOUCHED
        : Undone.CHANGED;
  }

  private static Undone removeOurs(DrillFolder folder, String file, byte[] placed) {
    DrillFolder.Snapshot found = folder.read(file);
    if (found == null) {
      return Undone.REPAIRED;
    }
    // A killed server may have left the beginning only.
    byte[] begun = Arrays.copyOf(placed, Math.min(placed.length, found.content().length));
    if (!Arrays.equals(found.content(), begun)) {
      throw new InjectionRefused("not-ours", "holds something else now: " + file);
    }
    folder.delete(file);
    return Undone.UNTOUCHED;
  }

  /// Takes our lines out of a log that others may have written to since.
  private static Undone cutOut(DrillFolder folder, String file, UndoJournal.Entry entry) {
    byte[] original = original(entry);
    DrillFolder.Snapshot found = folder.read(file);
    if (found == null) {
      folder.create(file, original);
      attributes(folder, file, entry);
      return Undone.CHANGED;
    }
    byte[] rest = without(found.content(), original.length, entry.placed());
    if (Arrays.equals(rest, found.content())) {
      if (Arrays.equals(rest, original)) {
        attributes(folder, file, entry);
      }
      return Undone.REPAIRED;
    }
    folder.overwrite(file, rest);
    if (Arrays.equals(rest, original)) {
      attributes(folder, file, entry);
    }
    return Undone.UNTOUCHED;
  }

  /// The content without the block that begins at this place, of which a killed server may have
  /// written the beginning only.
  private static byte[] without(byte[] content, int from, byte[] block) {
    int length = 0;
    while (from + length < content.length
        && length < block.length
        && content[from + length] == block[length]) {
      length++;
    }
    boolean whole = length == block.length;
    boolean torn = from + length == content.length;
    if (length == 0 || (!whole && !torn)) {
      return content;
    }
    byte[] rest = Arrays.copyOf(content, content.length - length);
    System.arraycopy(content, from + length, rest, from, content.length - from - length);
    return rest;
  }

  private static byte[] original(UndoJournal.Entry entry) {
    byte[] original = entry.original();
    if (original == null) {
      throw new IllegalStateException("the journal of " + entry.id() + " keeps no original");
    }
    return original;
  }

  private static void attributes(DrillFolder folder, String file, UndoJournal.Entry entry) {
    Instant modified = Instant.ofEpochSecond(entry.modifiedSeconds(), entry.modifiedNanos());
    folder.restoreAttributes(
        file, FileTime.from(modified), PosixFilePermissions.fromString(entry.mode()));
  }

  /// What this node's journal holds.
  public synchronized List<Standing> standing() {
    return journal.all().stream()
        .map(entry -> new Standing(entry.id(), entry.client(), entry.drill(), entry.until()))
        .toList();
  }
}
