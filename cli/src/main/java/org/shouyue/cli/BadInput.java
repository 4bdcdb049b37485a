package org.shouyue.cli;

/// What the user gave cannot be used; the message says where, what and how to mend it. Exit code 2.
final class BadInput extends RuntimeException {

  BadInput(String message) {
    super(message);
  }
}
