package org.shouyue.engine.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds which processes hold which sockets, by the links under `/proc/<pid>/fd`. Processes come
/// and go while it reads: what vanished is passed over, what may not be read is counted.
final class SocketOwners {
  private static final Pattern SOCKET = Pattern.compile("socket:\\[([0-9]+)]");
  private static final Pattern UID = Pattern.compile("(?m)^Uid:\\s+([0-9]+)");

  private final Path proc;
  private int unreadable;

  SocketOwners(Path proc) {
    this.proc = proc;
  }

  /// How many processes did not let their files be seen.
  int unreadable() {
    return unreadable;
  }

  /// The owner of each of these sockets, by inode; those that nobody visible holds are absent.
  Map<Long, Owner> of(Set<Long> inodes) throws IOException {
    Map<Long, Owner> owners = new HashMap<>();
    for (int pid : processes()) {
      Set<Long> held = held(pid);
      held.retainAll(inodes);
      if (!held.isEmpty()) {
        Owner owner = describe(pid);
        held.forEach(inode -> owners.putIfAbsent(inode, owner));
      }
    }
    return owners;
  }

  private List<Integer> processes() throws IOException {
    List<Integer> pids = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.matches("[0-9]{1,9}")) {
          pids.add(Integer.parseInt(name));
        }
      }
    }
    pids.sort(null);
    return pids;
  }

  private Set<Long> held(int pid) {
    Set<Long> inodes = new HashSet<>();
    Path descriptors = proc.resolve(String.valueOf(pid)).resolve("fd");
    try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
      for (Path link : links) {
        addSocket(link, inodes);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException _) {
      if (Files.exists(descriptors.getParent())) {
        unreadable++;
      }
    }
    return inodes;
  }

  private static void addSocket(Path link, Set<Long> inodes) {
    try {
      Matcher socket = SOCKET.matcher(Files.readSymbolicLink(link).toString());
      if (socket.matches()) {
        inodes.add(Long.parseLong(socket.group(1)));
      }
    } catch (IOException _) {
      // Closed between listing and reading.
    }
  }

  private Owner describe(int pid) {
    Path process = proc.resolve(String.valueOf(pid));
    Matcher uid = UID.matcher(text(process.resolve("status")));
    return new Owner(
        pid,
        text(process.resolve("comm")).stripTrailing(),
        link(process.resolve("exe")),
        uid.find() ? Integer.parseInt(uid.group(1)) : -1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }

  private static String link(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return "";
    }
  }
}
