package org.shouyue.server.mailroom;

import java.util.List;
import org.shouyue.server.ticket.Attachment;

/// A mail as it was read.
///
/// @param id its Message-ID, or one made of its digest when it has none
/// @param from the sender's address in small letters; empty when it names none
/// @param references the Message-IDs that it answers, the nearest last
/// @param automatic whether a program wrote it (RFC 3834): an absence notice, a bounce, a list
/// @param text what the writer wrote, without what they quote
/// @param raw the whole mail
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record IncomingMail(
    String id,
    String from,
    String name,
    String subject,
    List<String> references,
    boolean automatic,
    String text,
    List<Attachment> attachments,
    byte[] raw) {
  IncomingMail {
    references = List.copyOf(references);
    attachments = List.copyOf(attachments);
  }

  /// What the sender is called: their name where the mail has one.
  String sender() {
    return name.isBlank() ? from : name;
  }
}
