package org.shouyue.scope;

import java.util.Locale;

/// The risk class of what is done to a target. A permit names each class that it allows: a higher
/// one never implies a lower one, because a client signs for exactly what is written.
public enum Method {
  /// One ordinary request or handshake, as any visitor would make it.
  OBSERVE,
  /// Finding out what is there: ports, pages, versions.
  ENUMERATE,
  /// Input meant to provoke a fault: vulnerability probes, credential guesses.
  INTRUSIVE,
  /// Alters the target: hardening, restoring, deleting.
  CHANGE,
  /// Places harmless artefacts of an attack on the target, for a drill, and takes them away again.
  DRILL;

  /// The written code: `observe`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The class with this code.
  ///
  /// @throws IllegalArgumentException when none has it
  public static Method of(String code) {
    for (Method method : values()) {
      if (method.code().equals(code)) {
        return method;
      }
    }
    throw new IllegalArgumentException("no method is called " + code);
  }
}
