package org.shouyue.contract.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shouyue.contract.Capability;

/// Tells the kind of work from its words. The words and their weights are data: `capabilities.txt`.
final class CapabilityLexicon {
  /// A score from here on names the work by itself, below it only hints.
  static final double STRONG = 5;

  private static final double FIRST = 1.25;
  private static final int LONGEST_TEXT = 1500;

  private record Keyword(String word, double weight, Capability capability) {}

  /// A kind of work and how sure the words are of it.
  record Guess(Capability capability, double score) {
    boolean isStrong() {
      return score >= STRONG && capability != Capability.OTHER;
    }
  }

  private record Match(int at, Keyword keyword) {}

  private final Map<Character, List<Keyword>> byFirst = new HashMap<>();

  private CapabilityLexicon(List<Keyword> keywords) {
    for (Keyword keyword : keywords) {
      byFirst.computeIfAbsent(keyword.word().charAt(0), _ -> new ArrayList<>()).add(keyword);
    }
  }

  static CapabilityLexicon load() {
    List<Keyword> keywords = new ArrayList<>();
    try (InputStream in = CapabilityLexicon.class.getResourceAsStream("capabilities.txt")) {
      if (in == null) {
        throw new IllegalStateException("capabilities.txt is missing from the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        read(line, keywords);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    keywords.sort((a, b) -> b.word().length() - a.word().length());
    return new CapabilityLexicon(List.copyOf(keywords));
  }

  private static void read(String line, List<Keyword> keywords) {
    int colon = line.indexOf(':');
    if (line.startsWith("#") || colon < 0) {
      return;
    }
    Capability capability = Capability.of(line.substring(0, colon).strip());
    for (String entry : Text.parts(line.substring(colon + 1), " ")) {
      int equals = entry.lastIndexOf('=');
      if (equals > 0) {
        String word = entry.substring(0, equals).replace('_', ' ').toLowerCase(Locale.ROOT);
        double weight = Double.parseDouble(entry.substring(equals + 1).strip());
        keywords.add(new Keyword(word, weight, capability));
      }
    }
  }

  /// What a heading and the text below it speak of; the heading counts double.
  Guess guess(String title, String text) {
    Map<Capability, Double> scores = new EnumMap<>(Capability.class);
    score(title, 2, scores);
    score(text, 1, scores);
    Guess best = new Guess(Capability.OTHER, 0);
    for (Map.Entry<Capability, Double> entry : scores.entrySet()) {
      if (entry.getValue() > best.score()) {
        best = new Guess(entry.getKey(), entry.getValue());
      }
    }
    return best;
  }

  Guess guess(String text) {
    return guess("", text);
  }

  /// The strongest word counts whole, each further one less; words near the start count more, the
  /// first one most: what is named first is what a text is about. A heading's head stands last.
  private void score(String text, double factor, Map<Capability, Double> scores) {
    String lower =
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)).toLowerCase(Locale.ROOT);
    List<Match> matches = matches(lower);
    int first = Integer.MAX_VALUE;
    for (Match match : matches) {
      first = match.keyword().weight() < 4 ? first : Math.min(first, match.at());
    }
    boolean[] taken = new boolean[lower.length()];
    Set<Keyword> seen = new HashSet<>();
    Map<Capability, List<Double>> found = new EnumMap<>(Capability.class);
    for (Match match : matches) {
      Keyword keyword = match.keyword();
      if (!taken[match.at()] && seen.add(keyword)) {
        Arrays.fill(taken, match.at(), match.at() + keyword.word().length(), true);
        double place = factor > 1 ? late(match.at(), lower.length()) : near(match.at(), first);
        found
            .computeIfAbsent(keyword.capability(), _ -> new ArrayList<>())
            .add(keyword.weight() * place);
      }
    }
    found.forEach(
        (capability, weights) -> scores.merge(capability, factor * sum(weights), Double::sum));
  }

  private static double late(int at, int length) {
    return 1 + 0.3 * at / Math.max(1, length);
  }

  private static double near(int at, int first) {
    double near = at < 20 ? 1.25 : at < 50 ? 1 : at < 120 ? 0.7 : 0.5;
    return at == first ? near * FIRST : near;
  }

  /// Where keywords stand, longer ones before those that they contain.
  private List<Match> matches(String text) {
    List<Match> matches = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      for (Keyword keyword : byFirst.getOrDefault(text.charAt(at), List.of())) {
        if (text.startsWith(keyword.word(), at)) {
          matches.add(new Match(at, keyword));
        }
      }
    }
    matches.sort((a, b) -> b.keyword().word().length() - a.keyword().word().length());
    return matches;
  }

  private static double sum(List<Double> weights) {
    weights.sort((a, b) -> Double.compare(b, a));
    double sum = 0;
    double share = 1;
    for (double weight : weights) {
      sum += weight * share;
      share *= 0.4;
    }
    return sum;
  }
}
