package org.shouyue.server.mailroom;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.ticket.Attachment;

/// Reads a mail as RFC 5322 and MIME have it, forgiving what mail programs get wrong. Reads no more
/// of it than a bounded number of parts.
final class MailReader {
  static final int LARGEST_BYTES = 25 << 20;

  private static final int MOST_PARTS = 200;
  private static final int DEEPEST = 12;
  private static final int LONGEST_TEXT = 19_000;
  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,500}>");
  private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

  private final List<Attachment> attachments = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private int parts;

  private MailReader() {}

  /// @throws Problem 400 when it is no mail at all, 413 when it is too large
  static IncomingMail read(byte[] raw) {
    if (raw.length > LARGEST_BYTES) {
      throw Problem.of(
          org.springframework.http.HttpStatus.CONTENT_TOO_LARGE,
          "content-too-large",
          "邮件超过 %d MB".formatted(LARGEST_BYTES >> 20));
    }
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
      if (!message.getAllHeaders().hasMoreElements()) {
        throw Problem.invalid("file", "不是一封邮件（RFC 5322）");
      }
      return new MailReader().read(message, raw);
    } catch (MessagingException | IOException broken) {
      throw Problem.invalid("file", "邮件无法读取：" + broken.getMessage());
    }
  }

  private IncomingMail read(MimeMessage message, byte[] raw)
      throws MessagingException, IOException {
    part(message, 0);
    InternetAddress from = from(message);
    String text = plain.isEmpty() ? HtmlText.of(html.toString()) : plain.toString();
    String own = Quoting.without(text.replace("\r\n", "\n").replace("\0", ""));
    return new IncomingMail(
        id(message, raw),
        from == null ? "" : from.getAddress().toLowerCase(Locale.ROOT),
        from == null ? "" : Letters.header(from.getPersonal()),
        Letters.header(message.getHeader("Subject", null)),
        references(message),
        isAutomatic(message, from),
        own.length() <= LONGEST_TEXT ? own : own.substring(0, LONGEST_TEXT) + "…",
        attachments,
        raw);
  }

  private void part(Part part, int depth) throws MessagingException, IOException {
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      return;
    }
    String name = name(part);
    if (name == null && part.isMimeType("multipart/*")) {
      parts(part, depth);
    } else if (name == null && part.isMimeType("text/plain")) {
      plain.append(text(part)).append('\n');
    } else if (name == null && part.isMimeType("text/html")) {
      html.append(text(part)).append('\n');
    } else {
      attach(part, name);
    }
  }

  /// The parts of a part; the whole of it as text when its boundaries are broken.
  private void parts(Part part, int depth) throws MessagingException, IOException {
    List<Part> inner = new ArrayList<>();
    try {
      if (part.getContent() instanceof Multipart many) {
        for (int n = 0; n < many.getCount(); n++) {
          inner.add(many.getBodyPart(n));
        }
      }
    } catch (MessagingException _) { // such as a boundary that never comes
      inner.clear();
    }
    if (inner.isEmpty()) {
      plain.append(text(part)).append('\n');
    }
    for (Part one : inner) {
      part(one, depth + 1);
    }
  }

  private void attach(Part part, @Nullable String name) throws MessagingException, IOException {
    byte[] content = bytes(part);
    if (content.length > 0) {
      String type = part.getContentType();
      int end = type.indexOf(';');
      String known = part.isMimeType("message/rfc822") ? "邮件.eml" : "附件";
      attachments.add(
          new Attachment(
              name == null ? known : name,
              (end < 0 ? type : type.substring(0, end)).strip(),
              content));
    }
  }

  private static @Nullable String name(Part part) throws MessagingException {
    String name = part.getFileName();
    if (name != null) {
      return Letters.header(name);
    }
    return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) ? "附件" : null;
  }

  private static String text(Part part) throws MessagingException, IOException {
    return Letters.of(bytes(part), charset(part));
  }

  private static byte[] bytes(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readAllBytes();
    }
  }

  private static @Nullable String charset(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType()).getParameter("charset");
    } catch (ParseException _) {
      return null;
    }
  }

  private static @Nullable InternetAddress from(MimeMessage message) throws MessagingException {
    String raw = message.getHeader("From", ",");
    if (raw == null) {
      return null;
    }
    try {
      InternetAddress[] addresses = InternetAddress.parseHeader(raw, false);
      return addresses.length == 0 || addresses[0].getAddress() == null ? null : addresses[0];
    } catch (AddressException _) {
      return null;
    }
  }

  private static List<String> references(MimeMessage message) throws MessagingException {
    List<String> references = new ArrayList<>();
    for (String header : List.of("References", "In-Reply-To")) {
      String value = message.getHeader(header, " ");
      if (value != null) {
        ID.matcher(value).results().map(found -> found.group()).forEach(references::add);
      }
    }
    int most = 100;
    return references.size() <= most
        ? references
        : references.subList(references.size() - most, references.size());
  }

  /// RFC 3834 and what programs did before it.
  private static boolean isAutomatic(MimeMessage message, @Nullable InternetAddress from)
      throws MessagingException {
    String submitted = message.getHeader("Auto-Submitted", null);
    String precedence = message.getHeader("Precedence", null);
    String returnPath = message.getHeader("Return-Path", null);
    String sender = from == null ? "" : from.getAddress().toLowerCase(Locale.ROOT);
    return (submitted != null && !submitted.strip().toLowerCase(Locale.ROOT).startsWith("no"))
        || (precedence != null && BULK.contains(precedence.strip().toLowerCase(Locale.ROOT)))
        || message.getHeader("List-Id") != null
        || message.getHeader("X-Autoreply") != null
        || "<>".equals(returnPath == null ? null : returnPath.strip())
        || Arrays.stream(new String[] {"mailer-daemon@", "postmaster@", "no-reply@", "noreply@"})
            .anyMatch(sender::startsWith)
        || message.isMimeType("multipart/report");
  }

  private static String id(MimeMessage message, byte[] raw) throws MessagingException {
    String id = message.getMessageID();
    if (id != null && id.length() <= 500 && !id.isBlank()) {
      return id.strip();
    }
    try {
      return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
