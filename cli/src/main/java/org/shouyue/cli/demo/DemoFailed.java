package org.shouyue.cli.demo;

/// The demo could not go on; the message says what happened and is meant for the reader.
public final class DemoFailed extends RuntimeException {

  DemoFailed(String message) {
    super(message);
  }
}
