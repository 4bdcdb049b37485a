package org.shouyue.evidence;

/// Made by another implementation (OpenSSL 3), so that ours is not its own judge.
final class Vectors {
  static final String SM2_PUBLIC_KEY =
      "3059301306072a8648ce3d020106082a811ccf5501822d03420004b5ecfe036031c94278f1b740fa52dccd3f13a98ef099175b3986b38fd52b943c9097eedf39381d3eb1424aa25fa84a1bc9dc67a60b5bc88216340a823e135b02";
  static final String SM2_SIGNATURE =
      "304502202ee090817eb61534919d545c57ac4de82f7a34e4f721f93e29635f4c69bfb761022100c023f7211639282ef6db0bfdba8d4f18ce7f3b06bd4c3a87b3c9e1a3cd387843";

  private Vectors() {}
}
