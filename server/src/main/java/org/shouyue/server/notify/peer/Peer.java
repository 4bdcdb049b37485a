package org.shouyue.server.notify.peer;

import java.io.IOException;

/// The other end of a channel. Safe for use by several threads.
public interface Peer {

  /// Hands the message over.
  ///
  /// @throws IOException when there was no answer
  /// @throws InterruptedException when this thread is to end
  Answer send(Message message) throws IOException, InterruptedException;
}
