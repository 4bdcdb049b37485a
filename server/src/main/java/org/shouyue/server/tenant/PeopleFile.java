package org.shouyue.server.tenant;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.springframework.stereotype.Component;

/// A table of new people as CSV (RFC 4180), in UTF-8 or, as spreadsheets in China write it,
/// GB18030. The first line names the columns, in Chinese or English. Good rows are taken, bad ones
/// are told with their line and reason; each good row is done or proposed by itself.
@Component
final class PeopleFile {
  private static final int MOST_ROWS = 2000;
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("用户名", "username"),
          Map.entry("姓名", "name"),
          Map.entry("角色", "role"),
          Map.entry("甲方", "clients"),
          Map.entry("邮箱", "mail"),
          Map.entry("电话", "phone"),
          Map.entry("语言", "locale"));
  private static final Map<String, Role> ROLES =
      Map.of(
          "乙方经理", Role.PROVIDER_MANAGER,
          "工程师", Role.ENGINEER,
          "甲方查阅人", Role.CLIENT_READER,
          "甲方签字人", Role.CLIENT_SIGNATORY,
          "审计管理员", Role.AUDITOR,
          "系统管理员", Role.SYSTEM_ADMIN,
          "安全管理员", Role.SECURITY_ADMIN);

  /// A row that was taken.
  ///
  /// @param password the one-time password, told this once; null while it waits for approval
  record Row(int line, String username, @Nullable String password, boolean waiting) {}

  /// A row that was not taken.
  record Bad(int line, String username, String reason) {}

  record Taken(List<Row> taken, List<Bad> bad) {}

  private final People people;
  private final Administration administration;

  PeopleFile(People people, Administration administration) {
    this.people = people;
    this.administration = administration;
  }

  Taken take(byte[] file) {
    List<List<String>> lines = CsvText.lines(text(file));
    if (lines.isEmpty()) {
      throw Problem.invalid("file", "是空的；第一行应为列名：用户名,姓名,角色,甲方,邮箱,电话");
    }
    if (lines.size() > MOST_ROWS + 1) {
      throw Problem.invalid("file", "一次最多导入 " + MOST_ROWS + " 行");
    }
    List<String> columns = lines.getFirst().stream().map(PeopleFile::column).toList();
    if (!columns.containsAll(List.of("username", "name", "role"))) {
      throw Problem.invalid("file", "第一行须有列名：用户名、姓名、角色");
    }
    Map<String, UUID> clients =
        people.everyClient().stream()
            .collect(
                Collectors.toMap(
                    People.NamedClient::name, People.NamedClient::id, (one, _) -> one));
    List<Row> taken = new ArrayList<>();
    List<Bad> bad = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      Map<String, String> row = row(columns, lines.get(i));
      String username = row.getOrDefault("username", "");
      try {
        taken.add(add(i + 1, fields(row, clients)));
      } catch (Problem wrong) {
        bad.add(new Bad(i + 1, username, String.valueOf(wrong.getMessage())));
      }
    }
    return new Taken(taken, bad);
  }

  private Row add(int line, PersonFields fields) {
    Administration.Outcome outcome =
        administration.submit(
            new Change.Add(UUID.randomUUID(), fields),
            fields.name() + "（" + fields.username() + "）");
    return new Row(line, fields.username(), outcome.password(), outcome.proposal() != null);
  }

  private static PersonFields fields(Map<String, String> row, Map<String, UUID> clients) {
    Set<UUID> named = new LinkedHashSet<>();
    for (String name : row.getOrDefault("clients", "").split("[;；、]", -1)) {
      if (!name.isBlank()) {
        UUID client = clients.get(name.strip());
        if (client == null) {
          throw Problem.invalid("clients", "没有叫“" + name.strip() + "”的甲方");
        }
        named.add(client);
      }
    }
    return new PersonFields(
        row.getOrDefault("username", ""),
        row.getOrDefault("name", ""),
        role(row.getOrDefault("role", "")),
        named,
        row.get("mail"),
        row.get("phone"),
        row.get("locale"),
        false,
        null);
  }

  private static Role role(String written) {
    Role named = ROLES.get(written);
    if (named != null) {
      return named;
    }
    try {
      return Role.of(written);
    } catch (IllegalArgumentException _) {
      throw Problem.invalid("role", "没有叫“" + written + "”的角色");
    }
  }

  private static Map<String, String> row(List<String> columns, List<String> cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      row.put(columns.get(i), cells.get(i).strip());
    }
    return row;
  }

  private static String column(String written) {
    String name = written.strip();
    return COLUMNS.getOrDefault(name, name);
  }

  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      return new String(file, Charset.forName("GB18030"));
    }
  }
}
