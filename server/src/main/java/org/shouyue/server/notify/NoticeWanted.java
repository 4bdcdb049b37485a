package org.shouyue.server.notify;

import java.util.Map;
import java.util.UUID;

/// Somebody is to be told something. Published by whoever knows it, inside the transaction that
/// makes it so: the notice is queued in the same transaction, or not at all.
///
/// @param template which text: the files `notices/<template>.zh.txt` and `.en.txt` on the class
///   path (first line the title, then the body, `{name}` where a word goes), unless the client has
///   a text of its own
/// @param words what the template's names stand for, in the reader's words; never a secret
/// @param about the thing that it is about, as in `ticket/0197…`
/// @param key what makes it this notice: a second one of the same client with the same key is not
///   sent again
public record NoticeWanted(
    UUID clientId,
    Audience audience,
    Urgency urgency,
    String template,
    Map<String, String> words,
    String about,
    String key) {
  public NoticeWanted {
    words = Map.copyOf(words);
  }
}
