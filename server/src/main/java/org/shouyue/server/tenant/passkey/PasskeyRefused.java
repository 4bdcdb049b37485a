package org.shouyue.server.tenant.passkey;

/// An authenticator's answer that does not prove what it should.
public final class PasskeyRefused extends RuntimeException {
  PasskeyRefused(Throwable cause) {
    super("the passkey's answer was refused: " + cause.getMessage(), cause);
  }
}
