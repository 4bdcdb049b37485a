package org.shouyue.server.notify;

import java.util.Map;
import java.util.UUID;

/// Something is so urgent that people are told again and again, one after the other, until somebody
/// takes it. Published inside the transaction that makes it so; the escalation room does the rest.
///
/// @param urgency which of the client's chains: a disaster's is that for critical things
/// @param template the text, as of a [NoticeWanted]
/// @param words what the template's names stand for; `title` names the thing in lists
/// @param about the thing that it is about
/// @param key a second one of the same client with the same key is not begun again
public record EscalationWanted(
    UUID clientId,
    Urgency urgency,
    String template,
    Map<String, String> words,
    String about,
    String key) {
  public EscalationWanted {
    words = Map.copyOf(words);
  }
}
