package org.shouyue.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.scope.Method;
import org.shouyue.scope.Permit;
import org.shouyue.scope.PermitId;
import org.shouyue.scope.Target;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A permit for use without a server, as YAML: `targets`, `methods`, `from`, `until`, `signatory`
/// and `file`, the path of the signed document beside it, whose digest is taken now.
final class PermitFile {

  private static final int MOST_BYTES = 1 << 20;
  private static final UUID NO_SERVER = new UUID(0, 0);

  private PermitFile() {}

  /// The permit in the file.
  ///
  /// @throws BadInput when it is none, naming the field
  static Permit read(@Nullable Path file) throws IOException {
    if (file == null) {
      throw new BadInput(Words.say("permit.required"));
    }
    if (!Files.isRegularFile(file)) {
      throw new BadInput(Words.say("file.absent", file));
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new BadInput(Words.say("file.too-large", file, 1));
    }
    Map<?, ?> fields = fields(file);
    return new Permit(
        new PermitId(NO_SERVER),
        NO_SERVER,
        texts(file, fields, "targets").stream().map(text -> target(file, text)).toList(),
        methods(file, texts(file, fields, "methods")),
        instant(file, fields, "from"),
        instant(file, fields, "until"),
        text(file, fields, "signatory"),
        digest(file, text(file, fields, "file")),
        null);
  }

  /// Its client, for the purpose of a connection.
  static UUID client() {
    return NO_SERVER;
  }

  private static Map<?, ?> fields(Path file) throws IOException {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setMaxAliasesForCollections(0).build();
    try {
      Object read =
          new Load(settings).loadFromString(Files.readString(file, StandardCharsets.UTF_8));
      if (read instanceof Map<?, ?> fields) {
        return fields;
      }
    } catch (YamlEngineException malformed) {
      throw new BadInput(file + ": " + malformed.getMessage());
    }
    throw new BadInput(Words.say("permit.not-a-map", file));
  }

  private static Target target(Path file, String text) {
    try {
      return Target.parse(text);
    } catch (IllegalArgumentException wrong) {
      throw new BadInput(
          Words.say("permit.field", file, "targets", String.valueOf(wrong.getMessage())));
    }
  }

  private static Set<Method> methods(Path file, List<String> codes) {
    try {
      return codes.stream().map(Method::of).collect(Collectors.toSet());
    } catch (IllegalArgumentException wrong) {
      throw new BadInput(
          Words.say("permit.field", file, "methods", String.valueOf(wrong.getMessage())));
    }
  }

  private static Instant instant(Path file, Map<?, ?> fields, String name) {
    try {
      return Instant.parse(text(file, fields, name));
    } catch (DateTimeException wrong) {
      throw new BadInput(Words.say("permit.field", file, name, "2026-01-01T00:00:00Z"));
    }
  }

  private static List<String> texts(Path file, Map<?, ?> fields, String name) {
    if (fields.get(name) instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new BadInput(Words.say("permit.field", file, name, "[...]"));
  }

  private static String text(Path file, Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    if (value == null || value.toString().isBlank()) {
      throw new BadInput(Words.say("permit.field", file, name, "..."));
    }
    return value.toString();
  }

  private static String digest(Path permit, String name) throws IOException {
    Path signed = permit.resolveSibling(name);
    if (!Files.isRegularFile(signed)) {
      throw new BadInput(Words.say("file.absent", signed));
    }
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(signed)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
