package org.shouyue.server.bulletin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.home.ServerHome;
import org.shouyue.server.work.Timed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes files that a program or a person drops into `bulletins/in` below the server's home. A file
/// goes to `bulletins/done` when all of it was taken, else to `bulletins/failed` with a text beside
/// it that says why. Nodes that share the folder take each file once: who moves it away has it.
@Component
class DropFolder implements Timed {
  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

  /// A file that changed more recently may still be being written.
  private static final Duration STILL = Duration.ofSeconds(2);

  /// A file that a node had in hand for longer than this belongs to a dead node.
  private static final Duration LOST = Duration.ofMinutes(5);

  private static final int MOST_AT_ONCE = 20;

  private final BulletinIntake intake;
  private final WallClock clock;
  private final Path in;
  private final Path hand;
  private final Path done;
  private final Path failed;

  DropFolder(BulletinIntake intake, WallClock clock, ServerHome home) {
    this.intake = intake;
    this.clock = clock;
    this.in = home.directory("bulletins/in");
    this.hand = home.directory("bulletins/in-hand");
    this.done = home.directory("bulletins/done");
    this.failed = home.directory("bulletins/failed");
  }

  /// Whoever drops a file does not tell the business clock.
  @Override
  public @Nullable Instant next(Instant now) {
    return null;
  }

  @Override
  public void at(Instant now) {
    try {
      giveBack();
      for (Path file : still(in, STILL)) {
        take(file);
      }
    } catch (IOException e) {
      LOG.warn("the folder {} cannot be read: {}", in, e.toString());
    }
  }

  /// The files in a folder that nobody has written to for a while, hidden ones left alone.
  private List<Path> still(Path folder, Duration since) throws IOException {
    List<Path> files = new ArrayList<>();
    Instant newest = clock.instant().minus(since);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        boolean wanted =
            Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
                && !name(entry).startsWith(".")
                && !name(entry).endsWith(".part")
                && Files.getLastModifiedTime(entry).toInstant().isBefore(newest);
        if (wanted && files.size() < MOST_AT_ONCE) {
          files.add(entry);
        }
      }
    } catch (NoSuchFileException _) {
      return List.of(); // another node took it between two looks
    }
    return files;
  }

  /// Puts back what a node that died had in hand; what it had taken in is known by now.
  private void giveBack() throws IOException {
    for (Path file : still(hand, LOST)) {
      String name = name(file);
      move(file, in.resolve(name.substring(name.indexOf('_') + 1)));
    }
  }

  private void take(Path file) throws IOException {
    Path mine = hand.resolve(UUID.randomUUID() + "_" + name(file));
    if (!move(file, mine)) {
      return;
    }
    Files.setLastModifiedTime(mine, java.nio.file.attribute.FileTime.from(clock.instant()));
    if (Files.size(mine) > AdvisoryFile.LARGEST_BYTES) {
      put(
          mine,
          name(file),
          "文件：%s%n文件超过 %d MB，请拆分后重新放入 in 文件夹。%n"
              .formatted(name(file), AdvisoryFile.LARGEST_BYTES >> 20));
      return;
    }
    BulletinIntake.Imported imported = intake.take(name(file), Files.readAllBytes(mine), "folder");
    put(mine, name(file), imported.isFaulty() ? reason(imported) : null);
  }

  /// Puts a file away.
  ///
  /// @param reason why it failed; null when it did not
  private void put(Path file, String name, @Nullable String reason) throws IOException {
    String stamp = clock.instant().toString().replaceAll("[:.]", "-");
    Path to = (reason == null ? done : failed).resolve(stamp + "_" + name);
    if (reason != null) {
      Files.writeString(to.resolveSibling(stamp + "_" + name + ".reason.txt"), reason);
    }
    var _ = move(file, to);
  }

  private static String reason(BulletinIntake.Imported imported) {
    return "文件：%s%n已导入 %d 份，更新 %d 份，已有 %d 份；下列 %d 处没有导入：%n%s%n改正后可把整个文件重新放入 in 文件夹，已导入的不会重复。%n"
        .formatted(
            imported.file(),
            imported.count("taken"),
            imported.count("updated"),
            imported.count("known"),
            imported.refused().size(),
            imported.refused().stream()
                .map(bad -> "- %s（%s）：%s".formatted(bad.where(), bad.field(), bad.remedy()))
                .collect(Collectors.joining(System.lineSeparator())));
  }

  /// Moves a file, or says that somebody else did.
  private static boolean move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
