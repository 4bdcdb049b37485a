package org.shouyue.server.notify.peer;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Mail by SMTP (RFC 5321), with TLS from the start or by STARTTLS (RFC 3207). The Message-ID
/// follows from our identifier: servers and readers that see it twice show it once. Mails about one
/// thing refer to one root, so that readers show them as one thread (RFC 5322 §3.6.4).
final class MailPeer implements Peer {
  private static final String CONNECT_MILLIS = "5000";
  private static final String ANSWER_MILLIS = "15000";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final Session session;
  private final Supplier<Instant> now;

  MailPeer(Settings settings, Supplier<Instant> now) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
    this.now = now;
  }

  private static Properties properties(Settings settings) {
    String security = settings.get("security").toLowerCase(Locale.ROOT);
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.get("host"));
    properties.put("mail.smtp.port", settings.get("port"));
    properties.put("mail.smtp.auth", Boolean.toString(!settings.get("username").isBlank()));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(security.equals("starttls")));
    properties.put("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
    String trusted = settings.get("trust"); // a host of one's own with a certificate of one's own
    properties.put("mail.smtp.ssl.checkserveridentity", Boolean.toString(trusted.isBlank()));
    if (!trusted.isBlank()) {
      properties.put("mail.smtp.ssl.trust", trusted);
    }
    properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.put("mail.smtp.timeout", ANSWER_MILLIS);
    properties.put("mail.smtp.writetimeout", ANSWER_MILLIS);
    return properties;
  }

  @Override
  public Answer send(Message message) {
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage mail = mail(message);
      String username = settings.get("username");
      if (username.isBlank()) {
        transport.connect();
      } else {
        transport.connect(username, settings.get("password"));
      }
      transport.sendMessage(mail, mail.getAllRecipients());
      return new Answer.Taken("250", "accepted", messageId(message.id().toString()));
    } catch (AuthenticationFailedException _) {
      return new Answer.Failed("535", "the mail server refuses user name or password");
    } catch (AddressException e) {
      return new Answer.Refused("address", said(e));
    } catch (SendFailedException e) {
      return refused(e);
    } catch (MessagingException | UnsupportedEncodingException e) {
      return new Answer.Failed("smtp", said(e));
    }
  }

  private MimeMessage mail(Message message)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId(message.id().toString()));
          }
        };
    String root =
        messageId(
            UUID.nameUUIDFromBytes(message.about().getBytes(StandardCharsets.UTF_8)).toString());
    mail.setHeader("In-Reply-To", root);
    mail.setHeader("References", root);
    mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence answers it
    mail.setFrom(new InternetAddress(settings.get("from"), "守约", "UTF-8"));
    InternetAddress to = new InternetAddress(message.to(), message.name(), "UTF-8");
    to.validate();
    mail.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
    mail.setSubject(message.title(), "UTF-8");
    mail.setText(
        message.link() == null ? message.body() : message.body() + "\n\n确认收到：" + message.link(),
        "UTF-8");
    mail.setHeader("Date", DATE.format(now.get()));
    return mail;
  }

  private String messageId(String id) {
    String from = settings.get("from");
    return "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">";
  }

  /// A recipient refused for good (5xx to the address) is the message's fault; anything else is the
  /// server's, and passes.
  private static Answer refused(SendFailedException e) {
    int code =
        switch (e.getNextException()) {
          case SMTPAddressFailedException address -> address.getReturnCode();
          case null, default ->
              e instanceof SMTPSendFailedException sent ? sent.getReturnCode() : 0;
        };
    boolean hopeless =
        code / 100 == 5 && e.getNextException() instanceof SMTPAddressFailedException;
    String said = said(e.getNextException() instanceof MessagingException inner ? inner : e);
    return hopeless
        ? new Answer.Refused(Integer.toString(code), said)
        : new Answer.Failed(code == 0 ? "smtp" : Integer.toString(code), said);
  }

  private static String said(Exception e) {
    return Shortened.to(300, String.valueOf(e.getMessage()).strip());
  }
}
