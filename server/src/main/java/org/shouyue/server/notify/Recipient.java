package org.shouyue.server.notify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.PersonCard;

/// Somebody who is to hear a notice.
///
/// @param person null for somebody without an account
/// @param client true when they belong to the client
record Recipient(
    @Nullable UUID person,
    String name,
    String locale,
    @Nullable String mail,
    @Nullable String phone,
    boolean client) {

  static Recipient of(PersonCard card) {
    return new Recipient(
        card.id(), card.name(), card.locale(), card.mail(), card.phone(), card.role().isClients());
  }

  /// What makes this recipient this one.
  String target() {
    return person == null ? name + "/" + mail + "/" + phone : person.toString();
  }

  /// Where a means reaches them; null when it does not.
  @Nullable String address(Means means) {
    @Nullable String address =
        switch (means) {
          case PHONE, SMS -> phone;
          case MAIL -> mail;
          case INBOX -> person == null ? null : "";
          case ROBOT -> null;
        };
    return address == null || (means != Means.INBOX && address.isBlank()) ? null : address;
  }
}
