package org.shouyue.server.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// A contact as entered.
///
/// @param contractId the contract that they speak for; null for all of the client's
/// @param personId their account; null for none
/// @param from first day; null for at once
/// @param until last day, included; null for open
record NewContact(
    UUID clientId,
    @Nullable UUID contractId,
    Standing standing,
    String name,
    @Nullable String organisation,
    @Nullable String office,
    List<String> phones,
    List<String> mails,
    @Nullable List<String> handles,
    @Nullable UUID personId,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {
  private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{5,30}");
  private static final int MOST = 10;

  NewContact {
    phones = clean(phones);
    mails = clean(mails);
    handles = clean(handles);
    organisation = organisation == null ? "" : organisation.strip();
    office = office == null ? "" : office.strip();
    new Checks()
        .present("clientId", clientId)
        .present("standing", standing)
        .text("name", name, 100)
        .that(organisation.length() <= 200, "organisation", "must not be longer than 200")
        .that(office.length() <= 100, "office", "must not be longer than 100")
        .that(
            !phones.isEmpty() || !mails.isEmpty(),
            "phones",
            "must name a phone or a mail address: formal requests come by these")
        .that(phones.size() <= MOST && mails.size() <= MOST, "phones", "must not be more than 10")
        .that(
            phones.stream().allMatch(one -> PHONE.matcher(one).matches()),
            "phones",
            "must be phone numbers, as +86 138 0000 0000")
        .that(
            mails.stream().allMatch(one -> MAIL.matcher(one).matches()),
            "mails",
            "must be mail addresses")
        .that(
            handles.size() <= MOST && handles.stream().allMatch(one -> one.length() <= 100),
            "handles",
            "must be at most 10, none longer than 100")
        .that(
            from == null || until == null || !until.isBefore(from),
            "until",
            "must not be before from")
        .done();
  }

  private static List<String> clean(@Nullable List<String> given) {
    List<String> kept = new ArrayList<>();
    if (given != null) {
      given.stream().map(String::strip).filter(one -> !one.isEmpty()).distinct().forEach(kept::add);
    }
    return List.copyOf(kept);
  }
}
