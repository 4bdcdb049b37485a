package org.shouyue.server.notify.peer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message to one recipient.
///
/// @param id the same at every try, so that a peer can tell a repeated message from a new one
/// @param to the address: a mail address, a telephone number; empty for a robot's group
/// @param about the thing it is about: mails about one thing form one thread
/// @param link where it can be acknowledged; null when the server's public address is not known
/// @param callback where the peer tells what became of it; null likewise
public record Message(
    UUID id,
    String to,
    String name,
    String title,
    String body,
    String about,
    @Nullable String link,
    @Nullable String callback) {

  /// Title, body and link, one below the other.
  public String text() {
    String text = body.isBlank() ? title : title + "\n" + body;
    return link == null ? text : text + "\n" + link;
  }

  @Override
  public String toString() {
    return "Message[" + id + "]"; // what it says is for its recipient only
  }
}
