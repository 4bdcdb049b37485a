package org.shouyue.server.tenant;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;

/// What an administrator enters about a person.
///
/// @param clients whom the person works for or belongs to; none for roles that see all or nothing
/// @param locale the language they read; null for Chinese
/// @param secondFactor whether they must enrol one, whatever the policy says for their role
/// @param externalSubject how the identity provider names them; null to go by verified mail
record PersonFields(
    String username,
    String name,
    Role role,
    Set<UUID> clients,
    @Nullable String mail,
    @Nullable String phone,
    @Nullable String locale,
    boolean secondFactor,
    @Nullable String externalSubject) {
  private static final Set<String> LOCALES = Set.of("zh-CN", "en");

  PersonFields {
    clients = clients == null ? Set.of() : Set.copyOf(clients);
    mail = blank(mail);
    phone = blank(phone);
    externalSubject = blank(externalSubject);
    locale = locale == null || locale.isBlank() ? "zh-CN" : locale;
    reach(
            new Checks()
                .text("username", username, 64)
                .text("name", name, 64)
                .present("role", role)
                .that(LOCALES.contains(locale), "locale", "must be one of " + LOCALES),
            mail,
            phone)
        .done();
    username = username.strip();
    name = name.strip();
    clients = role.seesAll() ? Set.of() : clients;
  }

  /// Checks the ways by which a person is reached.
  static Checks reach(Checks checks, @Nullable String mail, @Nullable String phone) {
    return checks
        .that(
            mail == null || (mail.length() <= 200 && mail.matches("[^@\\s]+@[^@\\s]+")),
            "mail",
            "must be a mail address")
        .that(
            phone == null || phone.matches("\\+?[0-9 -]{5,20}"),
            "phone",
            "must be a telephone number");
  }

  static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
