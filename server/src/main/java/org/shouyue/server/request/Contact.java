package org.shouyue.server.request;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.notify.Audience;

/// Somebody whom the client named to speak for it (联系责任人).
///
/// @param contractId the contract that they speak for; null for all of the client's
/// @param phones as entered
/// @param handles names in messengers, as in `微信:zhang`
/// @param personId their account; null when they have none
/// @param until the instant from which they speak no longer; null while open
/// @param replaces the entry that this one changed; null for a new one
/// @param confirmedAt when the client confirmed the entry; null while it has not
public record Contact(
    UUID id,
    UUID clientId,
    @Nullable UUID contractId,
    Standing standing,
    String name,
    String organisation,
    String office,
    List<String> phones,
    List<String> mails,
    List<String> handles,
    @Nullable UUID personId,
    Instant from,
    @Nullable Instant until,
    @Nullable UUID replaces,
    Instant enteredAt,
    String enteredBy,
    @Nullable String endedBy,
    @Nullable String endReason,
    @Nullable Instant confirmedAt,
    @Nullable String confirmedBy) {
  private static final int CHINA = 86;
  private static final int MOBILE_DIGITS = 11;

  public Contact {
    phones = List.copyOf(phones);
    mails = List.copyOf(mails);
    handles = List.copyOf(handles);
  }

  /// Whether they speak for the client at that instant.
  public boolean speaksAt(Instant at) {
    return !at.isBefore(from) && (until == null || at.isBefore(until));
  }

  /// Whether this is one of their phones, however it is written.
  public boolean hasPhone(String phone) {
    String wanted = digits(phone);
    return !wanted.isEmpty() && phones.stream().anyMatch(one -> digits(one).equals(wanted));
  }

  /// Whether this is one of their mail addresses.
  public boolean hasMail(String mail) {
    return mails.stream().anyMatch(one -> one.equalsIgnoreCase(mail.strip()));
  }

  /// How they are told something: by their account where they have one.
  public Audience audience() {
    return personId != null
        ? new Audience.Persons(List.of(personId))
        : new Audience.Outside(name, first(mails), first(phones));
  }

  private static @Nullable String first(List<String> ways) {
    return ways.isEmpty() ? null : ways.getFirst();
  }

  /// The digits alone, without the country's own code, so that +86 138… and 138… are one phone.
  static String digits(String phone) {
    String digits = phone.toLowerCase(Locale.ROOT).replaceAll("\\D", "").replaceFirst("^00", "");
    String country = Integer.toString(CHINA);
    return digits.startsWith(country) && digits.length() >= country.length() + MOBILE_DIGITS - 1
        ? digits.substring(country.length()).replaceFirst("^0", "")
        : digits.replaceFirst("^0", "");
  }
}
