package org.shouyue.server.bulletin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version of a program, comparable over the ways in which makers write them: `9.0.31`, `v1.2`,
/// `1.1.1k`, `9.8p1`, `2.0.0-rc.1`, `1:2.4.37-43.el8`. Words for what comes before a release stand
/// before it, other letters after it; what follows a `+` (build metadata of Semantic Versioning)
/// does not count; missing numbers are zeros. Made for judging, not for sorting every scheme on
/// earth: packages of distributions with `~` are compared as the rest.
final class Version implements Comparable<Version> {
  private static final Pattern EPOCH = Pattern.compile("^(\\d{1,9}):(.+)$");
  private static final Pattern PIECE = Pattern.compile("\\d+|[\\p{L}]+");
  private static final Set<String> BEFORE_RELEASE =
      Set.of(
          "alpha", "beta", "rc", "cr", "m", "milestone", "pre", "preview", "snapshot", "dev", "ea");

  private final String written;
  private final BigInteger epoch;
  private final List<Piece> pieces;

  private Version(String written, BigInteger epoch, List<Piece> pieces) {
    this.written = written;
    this.epoch = epoch;
    this.pieces = List.copyOf(pieces);
  }

  /// One number or word. Ranks: a word before the release 0, the end 1, another word 2, a number 3.
  private record Piece(int rank, BigInteger number, String word) implements Comparable<Piece> {
    static final Piece END = new Piece(1, BigInteger.ZERO, "");

    static Piece of(String text) {
      if (Character.isDigit(text.charAt(0))) {
        return new Piece(3, new BigInteger(text), "");
      }
      String word = text.toLowerCase(Locale.ROOT);
      return new Piece(BEFORE_RELEASE.contains(word) ? 0 : 2, BigInteger.ZERO, word);
    }

    boolean isZero() {
      return rank == 3 && number.signum() == 0;
    }

    @Override
    public int compareTo(Piece other) {
      int byRank = Integer.compare(rank, other.rank);
      int byNumber = byRank == 0 ? number.compareTo(other.number) : byRank;
      return byNumber == 0 ? word.compareTo(other.word) : byNumber;
    }
  }

  /// Reads a version; null for text without a number, or one that is no version at all.
  static @Nullable Version parse(String text) {
    String stripped = text.strip().replaceFirst("(?i)^(version|ver|v|版本)[.\\s]*(?=\\d)", "");
    if (stripped.isEmpty() || stripped.length() > 100 || stripped.contains(" ")) {
      return null;
    }
    Matcher epoch = EPOCH.matcher(stripped);
    boolean hasEpoch = epoch.matches();
    String rest = (hasEpoch ? epoch.group(2) : stripped).replaceFirst("\\+.*$", "");
    List<Piece> pieces =
        PIECE.matcher(rest).results().map(MatchResult::group).map(Piece::of).toList();
    boolean numbered = pieces.stream().anyMatch(piece -> piece.rank() == 3);
    return numbered
        ? new Version(stripped, hasEpoch ? new BigInteger(epoch.group(1)) : BigInteger.ZERO, pieces)
        : null;
  }

  /// Whether this names fewer numbers than the other and agrees with it as far as it goes, so that
  /// it may be older or newer: `9.0` beside `9.0.31`.
  boolean isCoarserThan(Version other) {
    if (pieces.size() >= other.pieces.size() || !epoch.equals(other.epoch)) {
      return false;
    }
    Piece next = other.pieces.get(pieces.size());
    return other.pieces.subList(0, pieces.size()).equals(pieces)
        && next.rank() == 3
        && other.pieces.stream().skip(pieces.size()).anyMatch(piece -> !piece.isZero());
  }

  /// The version whose last piece is one more: what the family `9.0.x` ends before.
  Version next() {
    List<Piece> raised = new ArrayList<>(pieces);
    Piece last = raised.removeLast();
    raised.add(new Piece(last.rank(), last.number().add(BigInteger.ONE), last.word()));
    return new Version(written + "+1", epoch, raised);
  }

  /// Whether both begin with the same two numbers, or the same one where only one is written: a fix
  /// of 8.5 says nothing about 9.0.
  boolean isSameFamily(Version other) {
    int shared = Math.min(2, Math.min(pieces.size(), other.pieces.size()));
    return epoch.equals(other.epoch)
        && pieces.subList(0, shared).equals(other.pieces.subList(0, shared));
  }

  @Override
  public int compareTo(Version other) {
    int byEpoch = epoch.compareTo(other.epoch);
    if (byEpoch != 0) {
      return byEpoch;
    }
    List<Piece> mine = significant(pieces);
    List<Piece> others = significant(other.pieces);
    for (int n = 0; n < Math.max(mine.size(), others.size()); n++) {
      int byPiece = at(mine, n).compareTo(at(others, n));
      if (byPiece != 0) {
        return byPiece;
      }
    }
    return 0;
  }

  private static Piece at(List<Piece> pieces, int n) {
    return n < pieces.size() ? pieces.get(n) : Piece.END;
  }

  /// Without the zeros that stand before a word or the end.
  private static List<Piece> significant(List<Piece> pieces) {
    List<Piece> kept = new ArrayList<>();
    for (Piece piece : pieces) {
      while (piece.rank() != 3 && !kept.isEmpty() && kept.getLast().isZero()) {
        kept.removeLast();
      }
      kept.add(piece);
    }
    while (!kept.isEmpty() && kept.getLast().isZero()) {
      kept.removeLast();
    }
    return kept;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Version version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * epoch.hashCode() + significant(pieces).hashCode();
  }

  @Override
  public String toString() {
    return written;
  }
}
