package org.shouyue.server.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// How a request reached the desk, as entered.
///
/// @param contactId who called or wrote; null on the web, where the signed-in person asks
/// @param callback by phone: the number at which they were called back
/// @param from by mail: the sender's address
/// @param note what they said, or where the mail is kept
record NewOrigin(
    Channel channel,
    @Nullable UUID contactId,
    @Nullable String callback,
    @Nullable String from,
    @Nullable String note) {
  NewOrigin {
    boolean phone = channel == Channel.PHONE;
    new Checks()
        .present("channel", channel)
        .that(
            channel == null || channel.isFormal(),
            "channel",
            "must be web, mail or phone; what comes by messenger is noted as a consultation")
        .that(channel == Channel.WEB || contactId != null, "contactId", "must be given")
        .that(!phone || given(callback), "callback", "must be the number that was called back")
        .that(!phone || given(note), "note", "must say what was asked")
        .that(channel != Channel.MAIL || given(from), "from", "must be the sender's address")
        .that(note == null || note.length() <= 4_000, "note", "must not be longer than 4000")
        .done();
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
