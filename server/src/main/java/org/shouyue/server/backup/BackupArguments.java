package org.shouyue.server.backup;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerSettings;

/// What was typed behind `shouyue`.
record BackupArguments(
    Verb verb,
    Path file,
    boolean replace,
    @Nullable Path passphraseFile,
    Map<String, String> environment) {
  enum Verb {
    BACKUP,
    CHECK,
    RESTORE,
    HELP
  }

  /// @throws IllegalArgumentException saying what is wrong
  static BackupArguments parse(String[] arguments, Map<String, String> environment) {
    List<String> words = new ArrayList<>();
    boolean replace = false;
    @Nullable Path passphraseFile = null;
    for (String word : arguments) {
      if (word.equals("--replace")) {
        replace = true;
      } else if (word.startsWith("--passphrase-file=")) {
        passphraseFile = Path.of(word.substring("--passphrase-file=".length()));
      } else if (word.equals("--help") || word.equals("-h")) {
        return serving(environment);
      } else if (word.startsWith("-")) {
        throw new IllegalArgumentException("unknown option " + word);
      } else {
        words.add(word);
      }
    }
    Verb verb = verb(words);
    if (words.size() != 1) {
      throw new IllegalArgumentException("name one file");
    }
    if (replace && verb != Verb.RESTORE) {
      throw new IllegalArgumentException("--replace belongs to restore");
    }
    return new BackupArguments(
        verb, Path.of(words.getFirst()).toAbsolutePath(), replace, passphraseFile, environment);
  }

  /// For a server that is about to start.
  static BackupArguments serving(Map<String, String> environment) {
    return new BackupArguments(Verb.HELP, Path.of(""), false, null, environment);
  }

  private static Verb verb(List<String> words) {
    String first = words.isEmpty() ? "" : words.removeFirst();
    if (first.equals("backup") && !words.isEmpty() && words.getFirst().equals("check")) {
      words.removeFirst();
      return Verb.CHECK;
    }
    return switch (first) {
      case "backup" -> Verb.BACKUP;
      case "restore" -> Verb.RESTORE;
      default -> throw new IllegalArgumentException("backup or restore, not " + first);
    };
  }

  Path home() {
    String named = environment.getOrDefault("SHOUYUE_HOME", "");
    return named.isBlank() ? Path.of(System.getProperty("user.home"), ".shouyue") : Path.of(named);
  }

  ServerSettings settings() {
    return new ServerSettings(
        home(),
        new ServerSettings.Database(
            environment.get("SHOUYUE_DB_URL"),
            environment.get("SHOUYUE_DB_USER"),
            environment.get("SHOUYUE_DB_PASSWORD")),
        null,
        null,
        null);
  }

  /// The passphrase: from the file named, the environment, or asked for at the terminal.
  ///
  /// @param chosen whether it is being chosen, and so must be long enough and typed twice
  /// @throws IllegalArgumentException when there is none, or it is too short
  char[] passphrase(boolean chosen) throws IOException {
    char[] given = given(chosen);
    if (chosen && given.length < BackupSettings.SHORTEST_PASSPHRASE) {
      throw new IllegalArgumentException(
          "口令至少 12 个字符 / the passphrase must have at least 12 characters");
    }
    return given;
  }

  @SuppressWarnings("SystemConsoleNull") // the null checker does not know that it never is
  private char[] given(boolean chosen) throws IOException {
    if (passphraseFile != null) {
      return Files.readString(passphraseFile).strip().toCharArray();
    }
    String named = environment.get("SHOUYUE_BACKUP_PASSPHRASE");
    if (named != null && !named.isEmpty()) {
      return named.toCharArray();
    }
    @Nullable Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new IllegalArgumentException(
          "请用 SHOUYUE_BACKUP_PASSPHRASE 或 --passphrase-file=FILE 给出口令 / give the passphrase by"
              + " SHOUYUE_BACKUP_PASSPHRASE or --passphrase-file=FILE");
    }
    char[] typed = console.readPassword("备份口令 / passphrase: ");
    if (chosen && !Arrays.equals(typed, console.readPassword("再输一次 / again: "))) {
      throw new IllegalArgumentException("两次输入不同 / the two differ");
    }
    return typed == null ? new char[0] : typed;
  }
}
