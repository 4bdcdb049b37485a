package org.shouyue.server.export;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.watermark.Traces;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells which exports a file comes from.
@Service
class Tracing {
  private static final int MOST = 50;

  private final ExportLog log;
  private final Marks marks;
  private final ApplicationEventPublisher events;

  Tracing(ExportLog log, Marks marks, ApplicationEventPublisher events) {
    this.log = log;
    this.marks = marks;
    this.events = events;
  }

  /// One export that a file may come from.
  ///
  /// @param way `digest` when the file is the same byte for byte, `hidden` when it bears the hidden
  ///   mark, `written` when only the number for eyes is in it, which anybody can type
  /// @param places at how many places the mark stands
  /// @param chance that the mark got there by accident, one in so many; null where that is no
  ///   question
  record Match(Export export, String way, int places, @Nullable Long chance) {}

  /// @param outcome `digest`, `hidden`, `written`, `elsewhere` when the mark is real but its export
  ///   is of a client that the caller does not see, or `unknown`
  record Traced(String sha256, String outcome, List<Match> matches) {}

  @Transactional
  Traced trace(byte[] file) {
    String sha256 = sha256(file);
    List<Match> matches = new ArrayList<>();
    log.withDigest(sha256, MOST)
        .forEach(export -> matches.add(new Match(export, "digest", 1, null)));
    Traces.Found found = marks.trace(file);
    add(matches, found.hidden(), "hidden", found.chance());
    if (matches.isEmpty()) {
      add(matches, found.written(), "written", null);
    }
    String outcome =
        matches.isEmpty()
            ? (found.hidden().isEmpty() ? "unknown" : "elsewhere")
            : matches.getFirst().way();
    events.publishEvent(
        new Changed(
            null,
            "export.traced",
            "file/" + sha256,
            Map.of("outcome", outcome, "by", Caller.current().name())));
    return new Traced(sha256, outcome, matches);
  }

  private void add(
      List<Match> matches, Map<Long, Integer> numbers, String way, @Nullable Long chance) {
    Map<String, Integer> places = new java.util.HashMap<>();
    numbers.forEach((number, count) -> places.put(Export.number(number), count));
    for (Export export : log.numbered(new TreeSet<>(numbers.keySet()))) {
      if (matches.stream().noneMatch(match -> match.export().equals(export))) {
        matches.add(new Match(export, way, places.getOrDefault(export.number(), 1), chance));
      }
    }
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
