package org.shouyue.server.bulletin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which versions a bulletin speaks of. Reads `vers:` ranges (the form that CSAF recommends) and
/// what people write: `<9.0.31`, `>=8.5, <8.5.51`, `1.0 - 2.3`, `2.4.59 及以前`, `7.x`, `1.2.3、1.2.4`.
/// What cannot be read for sure is not guessed.
///
/// @param spans one of them must hold a version
/// @param holes single versions that are taken out
record VersionRange(List<Span> spans, List<Version> holes) {
  private static final int LONGEST = 1_000;
  private static final String V = "[vV]?\\d[\\w.+:~-]*(?:\\.\\*)?";
  private static final Set<String> EVERY =
      Set.of(
          "", "*", "all", "any", "all versions", "所有", "全部", "所有版本", "全部版本", "任意版本", "vers:all/*");
  private static final List<String[]> WORDS =
      List.of(
          words(
              "(%1$s)\\s*(?:及以前|及之前|及更早|及以下|and earlier|and prior|or earlier|and below)(?:的?版本)?",
              "<=$1"),
          words("(%1$s)\\s*(?:及以上|及以后|及之后|及更高|and later|or later|and above)(?:的?版本)?", ">=$1"),
          words("(%1$s)\\s*(?:之前|以前|以下)(?:的?版本)?", "<$1"),
          words("(?:before|prior to|earlier than|低于|小于|早于)\\s*(%1$s)", "<$1"),
          words("(%1$s)\\s*(?:至|到|to|through|\\s[-–~]\\s)\\s*(%1$s)", ">=$1 <=$2"));
  private static final Pattern EITHER = Pattern.compile("\\|\\||[;；、\\n]|\\bor\\b|或");
  private static final Pattern TERM = Pattern.compile("(<=|>=|==|=|<|>|≤|≥)?\\s*(" + V + ")");
  private static final Pattern BETWEEN = Pattern.compile("[\\s,，]|&&|且|和|\\band\\b|版本");

  VersionRange {
    spans = List.copyOf(spans);
    holes = List.copyOf(holes);
  }

  private static String[] words(String pattern, String becomes) {
    return new String[] {"(?i)" + pattern.formatted(V), becomes};
  }

  /// Whether a version lies in the range; vague when it is not known closely enough to say.
  enum Holding {
    IN,
    VAGUE,
    OUT
  }

  /// Versions between two bounds.
  record Span(@Nullable Bound lower, @Nullable Bound upper) {
    Holding of(Version version) {
      Holding above = lower == null ? Holding.IN : lower.holds(version, 1);
      Holding below = upper == null ? Holding.IN : upper.holds(version, -1);
      return above.compareTo(below) > 0 ? above : below;
    }

    boolean isSingle() {
      return lower != null && upper != null && lower.version().equals(upper.version());
    }
  }

  /// @param included whether the version itself is within
  record Bound(Version version, boolean included) {
    /// @param side 1 for what lies above, -1 for what lies below
    Holding holds(Version asked, int side) {
      if (asked.isCoarserThan(version)) {
        return Holding.VAGUE;
      }
      int order = asked.compareTo(version) * side;
      return order > 0 || (order == 0 && included) ? Holding.IN : Holding.OUT;
    }
  }

  private record Term(String sign, Version version) {
    boolean isLower() {
      return sign.startsWith(">");
    }

    boolean isUpper() {
      return sign.startsWith("<");
    }

    Bound bound() {
      return new Bound(version, sign.endsWith("="));
    }

    Span single() {
      return new Span(new Bound(version, true), new Bound(version, true));
    }
  }

  /// Reads a range; null when it cannot be read for sure.
  static @Nullable VersionRange parse(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST) {
      return null;
    }
    if (EVERY.contains(text) || text.matches("vers:[a-z0-9.+-]+/\\*")) {
      return new VersionRange(List.of(new Span(null, null)), List.of());
    }
    return text.startsWith("vers:") ? vers(text) : words(text);
  }

  Holding holds(Version version) {
    if (holes.contains(version)) {
      return Holding.OUT;
    }
    return spans.stream()
        .map(span -> span.of(version))
        .min(Comparator.naturalOrder())
        .orElse(Holding.OUT);
  }

  boolean isEvery() {
    return spans.equals(List.of(new Span(null, null)));
  }

  /// Whether it only lists single versions, so that nothing is said about others.
  boolean isList() {
    return spans.stream().allMatch(Span::isSingle);
  }

  /// `vers:type/constraint|constraint|…`, percent-encoded (package-url/vers-spec).
  private static @Nullable VersionRange vers(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    List<Term> terms = new ArrayList<>();
    List<Version> holes = new ArrayList<>();
    for (String part : text.substring(slash + 1).split("\\|", -1)) {
      String constraint = decoded(part.strip());
      boolean hole = constraint.startsWith("!=");
      Term term = term(hole ? constraint.substring(2) : constraint);
      if (term == null) {
        return null;
      }
      if (hole) {
        holes.add(term.version());
      } else {
        terms.add(term);
      }
    }
    terms.sort(Comparator.comparing(Term::version));
    List<Span> spans = terms.isEmpty() ? List.of(new Span(null, null)) : paired(terms);
    return spans == null ? null : new VersionRange(spans, holes);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return part;
    }
  }

  private static @Nullable Term term(String constraint) {
    Matcher matcher = TERM.matcher(constraint.strip());
    if (!matcher.matches()) {
      return null;
    }
    Version version = Version.parse(matcher.group(2));
    return version == null ? null : new Term(sign(matcher.group(1)), version);
  }

  private static String sign(@Nullable String written) {
    return switch (Objects.requireNonNullElse(written, "=")) {
      case "≤" -> "<=";
      case "≥" -> ">=";
      case "==" -> "=";
      case String other -> other;
    };
  }

  private static @Nullable VersionRange words(String text) {
    String plain = text;
    for (String[] rule : WORDS) {
      plain = plain.replaceAll(rule[0], rule[1]);
    }
    List<Span> spans = new ArrayList<>();
    for (String alternative : EITHER.split(plain, -1)) {
      List<Span> found = alternative.isBlank() ? List.of() : alternative(alternative);
      if (found == null) {
        return null;
      }
      spans.addAll(found);
    }
    return spans.isEmpty() ? null : new VersionRange(spans, List.of());
  }

  private static @Nullable List<Span> alternative(String text) {
    List<Term> terms = new ArrayList<>();
    List<Span> families = new ArrayList<>();
    Matcher matcher = TERM.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(rest, "");
      String version = matcher.group(2);
      boolean family = version.endsWith(".x") || version.endsWith(".*");
      Term term = term(family ? version.substring(0, version.length() - 2) : matcher.group());
      if (term == null) {
        return null;
      }
      if (family) {
        families.add(family(term.version()));
      } else {
        terms.add(term);
      }
    }
    matcher.appendTail(rest);
    boolean understood = BETWEEN.matcher(rest).replaceAll("").isEmpty();
    if (!understood || (!families.isEmpty() && !terms.isEmpty())) {
      return null;
    }
    return families.isEmpty() ? spans(terms) : families;
  }

  private static @Nullable List<Span> spans(List<Term> terms) {
    if (terms.size() == 2 && terms.getFirst().isUpper() && terms.getLast().isLower()) {
      return paired(terms.reversed()); // people write the upper bound first, too
    }
    return paired(terms);
  }

  /// `7.x`: from 7 up to, and without, 8.
  private static Span family(Version version) {
    return new Span(new Bound(version, true), new Bound(version.next(), false));
  }

  /// Makes spans of bounds that follow one another, a lower before its upper; null when they do not
  /// fit together.
  private static @Nullable List<Span> paired(List<Term> terms) {
    List<Span> spans = new ArrayList<>();
    Term open = null;
    for (Term term : terms) {
      if (term.isLower() && open == null) {
        open = term;
      } else if (term.isUpper() && (open != null || spans.isEmpty())) {
        spans.add(new Span(open == null ? null : open.bound(), term.bound()));
        open = null;
      } else if (term.sign().equals("=") && open == null) {
        spans.add(term.single());
      } else {
        return null;
      }
    }
    if (open != null) {
      spans.add(new Span(open.bound(), null));
    }
    return spans.isEmpty() ? null : spans;
  }
}
