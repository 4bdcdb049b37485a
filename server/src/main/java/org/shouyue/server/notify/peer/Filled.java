package org.shouyue.server.notify.peer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A gateway's own template with the parts of a message filled in: `{to}`, `{name}`, `{title}`,
/// `{body}`, `{text}`, `{id}`, `{link}`, `{callback}`, `{secret}`. Other braces stay as they are.
final class Filled {
  private static final Pattern PART =
      Pattern.compile("\\{(to|name|title|body|text|id|link|callback|secret)}");

  private Filled() {}

  /// Filled into JSON: what is put between quotes is escaped.
  static String json(String template, Message message, Settings settings) {
    return fill(
        template,
        message,
        settings,
        text -> {
          String quoted = Http.json(text);
          return quoted.substring(1, quoted.length() - 1);
        });
  }

  /// Filled into a form or an address.
  static String form(String template, Message message, Settings settings) {
    return fill(
        template, message, settings, text -> URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  /// Filled in as it is.
  static String plain(String template, Message message, Settings settings) {
    return fill(template, message, settings, UnaryOperator.identity());
  }

  private static String fill(
      String template, Message message, Settings settings, UnaryOperator<String> escape) {
    Map<String, String> parts =
        Map.of(
            "to", message.to(),
            "name", message.name(),
            "title", message.title(),
            "body", message.body(),
            "text", message.text(),
            "id", message.id().toString(),
            "link", Objects.requireNonNullElse(message.link(), ""),
            "callback", Objects.requireNonNullElse(message.callback(), ""),
            "secret", settings.get("secret"));
    return PART.matcher(template)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                escape.apply(Objects.requireNonNullElse(parts.get(found.group(1)), ""))));
  }
}
