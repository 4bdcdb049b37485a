package org.shouyue.evidence;

/// Where things are in a package.
final class PackageLayout {
  static final String FORMAT = "shouyue-evidence-package/1";
  static final String MANIFEST = "manifest.json";
  static final String RECORDS = "records.ndjson";

  private PackageLayout() {}

  static String signature(SignatureAlgorithm algorithm) {
    return "manifest." + algorithm.code() + ".sig";
  }

  static String publicKey(SignatureAlgorithm algorithm) {
    return "keys/" + algorithm.code() + ".pub";
  }

  /// `evidence/000012-name.json`: in order, and still to be recognised by people. Letters outside
  /// ASCII become `_`: the package must unpack alike on every system and under every locale; the
  /// full name stands in the record.
  static String content(EvidenceRecord record) {
    String safe = record.item().name().replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "");
    int end = Math.min(60, safe.length());
    return String.format("evidence/%06d-%s", record.seq(), safe.substring(0, end));
  }

  /// Whether a path stays inside the package and is written in one way only.
  static boolean isPlain(String path) {
    if (path.isEmpty() || path.startsWith("/") || path.endsWith("/") || path.contains("\\")) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
        return false;
      }
    }
    return true;
  }
}
