package org.shouyue.server.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Changed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The texts of all notices: ours from files, a client's own from the database.
@Repository
class Texts {
  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

  private final Map<String, Template> files = new TreeMap<>();
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Texts(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:notices/*.txt")) {
        String name = String.valueOf(file.getFilename()).replaceFirst("\\.txt$", "");
        files.put(name, Template.parse(file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the texts of the notices", e);
    }
  }

  /// The names of all templates that we have.
  Set<String> names() {
    return files.keySet().stream()
        .map(name -> name.substring(0, name.lastIndexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Our own text; null when there is none in that language.
  @Nullable Template file(String template, String locale) {
    return files.get(template + "." + language(locale));
  }

  /// The text for a client and a reader: the client's own, else ours, else ours in Chinese, else
  /// one made of the words, so that nobody is left untold for want of a text.
  Template of(UUID client, String template, String locale, Map<String, String> words) {
    Optional<Template> own =
        Together.known(
            new OwnOf(client, template, language(locale)),
            () -> Optional.ofNullable(own(client, template, locale)));
    if (own.isPresent()) {
      return own.get();
    }
    Template file = file(template, locale);
    if (file == null) {
      file = file(template, "zh");
    }
    if (file != null) {
      return file;
    }
    LOG.warn("there is no text for the notice {}", template);
    return new Template(
        template,
        new TreeMap<>(words)
            .entrySet().stream()
                .map(word -> word.getKey() + ": " + word.getValue())
                .collect(Collectors.joining("\n")));
  }

  private record OwnOf(UUID client, String template, String language) {}

  @Nullable Template own(UUID client, String template, String locale) {
    return jdbc.sql(
            """
            select title, body from notice_text
            where client_id = :client and template = :template and locale = :locale
            """)
        .param("client", client)
        .param("template", template)
        .param("locale", language(locale))
        .query((row, _) -> new Template(Sql.text(row, "title"), Sql.text(row, "body")))
        .optional()
        .orElse(null);
  }

  /// Refuses a text that names words which the template is never given.
  void check(String template, Template text) {
    Template zh = file(template, "zh");
    if (zh == null) {
      throw Problem.notFound("template", template);
    }
    Set<String> unknown = new TreeSet<>(text.names());
    unknown.removeAll(zh.names());
    if (!unknown.isEmpty()) {
      throw Problem.invalid(
          "body",
          "names words that this notice does not have: " + unknown + "; it has " + zh.names());
    }
  }

  /// Keeps a client's own text.
  ///
  /// @param who whose change it is
  @Transactional
  void put(UUID client, String template, String locale, Template text, Instant now, String who) {
    jdbc.sql(
            """
            insert into notice_text (client_id, template, locale, title, body, changed_at, changed_by)
            values (:client, :template, :locale, :title, :body, :at, :by)
            on conflict (client_id, template, locale) do update set title = excluded.title,
              body = excluded.body, changed_at = excluded.changed_at,
              changed_by = excluded.changed_by
            """)
        .param("client", client)
        .param("template", template)
        .param("locale", language(locale))
        .param("title", text.title())
        .param("body", text.body())
        .param("at", Sql.at(now))
        .param("by", who)
        .update();
    changed(client, "notice-text.set", template);
  }

  /// Goes back to our own text.
  @Transactional
  void remove(UUID client, String template, String locale) {
    int removed =
        jdbc.sql(
                """
                delete from notice_text
                where client_id = :client and template = :template and locale = :locale
                """)
            .param("client", client)
            .param("template", template)
            .param("locale", language(locale))
            .update();
    if (removed > 0) {
      changed(client, "notice-text.removed", template);
    }
  }

  private void changed(UUID client, String action, String template) {
    events.publishEvent(new Changed(client, action, "notice-text/" + template));
  }

  static String language(String locale) {
    return locale.startsWith("en") ? "en" : "zh";
  }
}
