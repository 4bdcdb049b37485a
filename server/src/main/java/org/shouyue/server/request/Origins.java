package org.shouyue.server.request;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.ticket.Ticket;
import org.springframework.stereotype.Component;

/// Finds out who stands behind a request. By contract 3 §5.2.1 only named contacts do.
@Component
class Origins {
  private static final Pattern MAIL = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");

  private final Contacts contacts;

  Origins(Contacts contacts) {
    this.contacts = contacts;
  }

  /// Who stands behind what was entered.
  ///
  /// @throws Problem 400 when number or address is not the contact's, 409 for a person who speaks
  ///   not for the client
  Origin of(NewOrigin given, UUID client, UUID contract, Instant now) {
    return switch (given.channel()) {
      case WEB -> signedIn(client, contract, now);
      case PHONE -> byPhone(given, contact(given, contract, now));
      case MAIL -> byMail(given, contact(given, contract, now));
      case WECHAT, QQ, OTHER -> throw new IllegalStateException("refused before");
    };
  }

  /// Who stands behind a ticket that was opened elsewhere: by mail intake, or on the ticket list.
  Origin of(Ticket ticket) {
    Optional<Caller> caller = Caller.ifPresent();
    if (caller.isPresent() && caller.get().role().isClients()) {
      Contact me = contacts.me(ticket.clientId(), ticket.contractId(), ticket.openedAt());
      return me != null || Contacts.signs()
          ? web(caller.get(), me)
          : new Origin(Channel.WEB, null, null, caller.get().name(), null);
    }
    Matcher mail = MAIL.matcher(ticket.openedBy());
    if (caller.isEmpty() && mail.find()) {
      return mailed(ticket, mail.group());
    }
    return new Origin(Channel.OTHER, null, null, ticket.openedBy(), null);
  }

  private Origin mailed(Ticket ticket, String address) {
    @Nullable Contact sender =
        contacts.speaking(ticket.clientId(), ticket.contractId(), ticket.openedAt()).stream()
            .filter(one -> one.hasMail(address))
            .findFirst()
            .orElse(null);
    return sender == null
        ? new Origin(Channel.MAIL, null, null, address, null)
        : new Origin(Channel.MAIL, sender.id(), null, sender.name(), "发件人 " + address);
  }

  private Contact contact(NewOrigin given, UUID contract, Instant now) {
    if (!Caller.current().provides()) {
      throw Problem.forbidden("电话和邮件请求由乙方人员登记；甲方人员请直接在线提交");
    }
    return contacts.requireSpeaking(Objects.requireNonNull(given.contactId()), contract, now);
  }

  private Origin signedIn(UUID client, UUID contract, Instant now) {
    Caller caller = Caller.current();
    if (!caller.role().isClients()) {
      throw Problem.invalid("channel", "must be phone or mail when the provider enters it");
    }
    Contact me = contacts.me(client, contract, now);
    if (me == null && !Contacts.signs()) {
      throw Problem.conflict("not-a-contact", "正式服务请求须由联系责任人提交；请联系您的主要联系责任人，或由签署人把您登记为联系人");
    }
    return web(caller, me);
  }

  private static Origin web(Caller caller, @Nullable Contact me) {
    return new Origin(
        Channel.WEB,
        me == null ? null : me.id(),
        caller.id(),
        caller.name(),
        "登录账号 " + caller.username());
  }

  private static Origin byPhone(NewOrigin given, Contact contact) {
    String callback = Objects.requireNonNull(given.callback()).strip();
    if (!contact.hasPhone(callback)) {
      throw Problem.invalid("callback", "不是 %s 登记的电话；请按登记号码回拨核实".formatted(contact.name()));
    }
    return new Origin(
        Channel.PHONE,
        contact.id(),
        null,
        contact.name(),
        "回拨 %s 核实；%s".formatted(callback, Objects.requireNonNull(given.note()).strip()));
  }

  private static Origin byMail(NewOrigin given, Contact contact) {
    String from = Objects.requireNonNull(given.from()).strip();
    if (!contact.hasMail(from)) {
      throw Problem.invalid("from", "不是 %s 登记的邮件地址；请核对发件人".formatted(contact.name()));
    }
    String note = given.note() == null || given.note().isBlank() ? "" : "；" + given.note().strip();
    return new Origin(Channel.MAIL, contact.id(), null, contact.name(), "发件人 " + from + note);
  }
}
