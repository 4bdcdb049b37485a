package org.shouyue.server.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.InstalledProduct;
import org.shouyue.server.bulletin.ProductNames.Likeness;

/// What a bulletin means for one asset.
///
/// @param product what is installed, with its version
/// @param why one sentence, in Chinese
record Judgement(Outcome outcome, String product, String why) {

  /// Judges an asset by what is installed on it; null when nothing of it is spoken of.
  static @Nullable Judgement of(Advisory advisory, List<InstalledProduct> installed) {
    return installed.stream()
        .map(one -> of(advisory.products(), one))
        .filter(Objects::nonNull)
        .min(Comparator.comparing(Judgement::outcome))
        .orElse(null);
  }

  private static @Nullable Judgement of(List<AffectedProduct> told, InstalledProduct installed) {
    List<AffectedProduct> same = new ArrayList<>();
    AffectedProduct alike = null;
    for (AffectedProduct one : told) {
      Likeness likeness = ProductNames.compare(one, installed);
      if (likeness == Likeness.SAME) {
        same.add(one);
      } else if (likeness == Likeness.ALIKE && one.standing().compareTo(Standing.FIXED) < 0) {
        alike = one;
      }
    }
    if (!same.isEmpty()) {
      return judged(same, installed);
    }
    return alike == null
        ? null
        : new Judgement(
            Outcome.UNKNOWN, title(installed), "名称与通告中的 %s 相近，请核对是否同一产品".formatted(alike.title()));
  }

  private static @Nullable Version version(InstalledProduct installed) {
    ProductNames.Cpe cpe = ProductNames.Cpe.parse(installed.cpe());
    String written =
        installed.version() != null ? installed.version() : cpe == null ? null : cpe.version();
    return written == null ? null : Version.parse(written);
  }

  private static String title(InstalledProduct installed) {
    Version version = version(installed);
    return version == null ? installed.name() : installed.name() + " " + version;
  }

  private static Judgement judged(List<AffectedProduct> told, InstalledProduct installed) {
    Version version = version(installed);
    Judgement every = everyVersion(told, installed);
    if (every != null) {
      return every;
    }
    if (version == null) {
      return new Judgement(Outcome.UNKNOWN, title(installed), "台账没有记录可比较的版本，请登记版本后重新判断");
    }
    AffectedProduct within = null;
    AffectedProduct vague = null;
    AffectedProduct unreadable = null;
    boolean spoken = false;
    for (AffectedProduct one :
        told.stream().sorted(Comparator.comparing(AffectedProduct::standing)).toList()) {
      VersionRange range = VersionRange.parse(one.versions());
      if (range == null) {
        unreadable = one;
        continue;
      }
      switch (range.holds(version)) {
        case IN -> within = within == null ? one : within;
        case VAGUE -> vague = vague == null ? one : vague;
        case OUT -> spoken |= one.standing() == Standing.AFFECTED && !range.isList();
      }
    }
    return new Judging(installed, version, told).conclude(within, vague, unreadable, spoken);
  }

  /// What is said about all versions needs none.
  private static @Nullable Judgement everyVersion(
      List<AffectedProduct> told, InstalledProduct installed) {
    if (told.size() != 1) {
      return null;
    }
    VersionRange range = VersionRange.parse(told.getFirst().versions());
    if (range == null || !range.isEvery()) {
      return null;
    }
    return new Judgement(
        outcome(told.getFirst().standing()), title(installed), said(told.getFirst()) + "（全部版本）");
  }

  private static Outcome outcome(Standing standing) {
    return switch (standing) {
      case AFFECTED -> Outcome.AFFECTED;
      case INVESTIGATED -> Outcome.UNKNOWN;
      case FIXED, NOT_AFFECTED -> Outcome.NOT_AFFECTED;
    };
  }

  private static String said(AffectedProduct told) {
    return switch (told.standing()) {
      case AFFECTED -> "通告列为受影响";
      case INVESTIGATED -> "厂商仍在调查";
      case FIXED -> "通告列为已修复";
      case NOT_AFFECTED -> "通告列为不受影响";
    };
  }

  /// Draws the conclusion from what was found about one installed product.
  private record Judging(InstalledProduct installed, Version version, List<AffectedProduct> told) {

    /// @param spoken whether a range of affected versions was given that this one lies outside of
    Judgement conclude(
        @Nullable AffectedProduct within,
        @Nullable AffectedProduct vague,
        @Nullable AffectedProduct unreadable,
        boolean spoken) {
      if (within != null) {
        return is(outcome(within.standing()), said(within) + versions(within));
      }
      if (vague != null) {
        return is(Outcome.UNKNOWN, "台账的版本不够详细，无法与 %s 比较".formatted(vague.versions()));
      }
      if (unreadable != null) {
        return is(Outcome.UNKNOWN, "通告的版本范围“%s”读不懂，请人工判断".formatted(unreadable.versions()));
      }
      if (!spoken && !isBeyondAFix()) {
        return is(Outcome.UNKNOWN, "通告没有提到这个版本，请人工判断");
      }
      return is(Outcome.NOT_AFFECTED, "版本不在受影响范围内");
    }

    /// A version as new as one that is said to be fixed, in the same family of versions.
    private boolean isBeyondAFix() {
      return told.stream()
          .filter(one -> one.standing() == Standing.FIXED)
          .map(one -> Version.parse(one.versions()))
          .filter(Objects::nonNull)
          .anyMatch(fix -> version.isSameFamily(fix) && version.compareTo(fix) >= 0);
    }

    private Judgement is(Outcome outcome, String why) {
      return new Judgement(outcome, title(installed), why);
    }

    private static String versions(AffectedProduct told) {
      return told.versions().isEmpty() ? "" : "（" + told.versions() + "）";
    }
  }
}
