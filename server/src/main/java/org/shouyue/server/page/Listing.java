package org.shouyue.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A query whose answer is a [Page]: filters that apply when given, a search, sorting by named
/// fields only.
///
/// ```java
/// new Listing(jdbc, "a.id, a.name", "asset a", "a.name, a.id")
///     .where("a.kind = :kind", "kind", kind)      // left out when kind is null
///     .search("a.name", "a.address")
///     .sort("name", "a.name")
///     .page(request, mapper);
/// ```
public final class Listing {
  private final JdbcClient jdbc;
  private final String columns;
  private final String from;
  private final String usualOrder;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, String> sortable = new LinkedHashMap<>();
  private final List<String> searched = new ArrayList<>();
  private int most;

  /// A listing of these columns from these tables.
  public Listing(JdbcClient jdbc, String columns, String from, String usualOrder) {
    this.jdbc = jdbc;
    this.columns = columns;
    this.from = from;
    this.usualOrder = usualOrder;
  }

  /// A named value that the columns or tables use.
  public Listing with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /// A condition that always holds.
  public Listing where(String condition) {
    conditions.add(condition);
    return this;
  }

  /// A condition with one named value; left out when the value is null.
  public Listing where(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
    return this;
  }

  /// The expressions in which the words asked for are looked up; any of them may hold them.
  public Listing search(String... expressions) {
    searched.addAll(List.of(expressions));
    return this;
  }

  /// Counts no further than this: that a list is longer than anybody reads is all there is to say.
  /// An export counts all.
  public Listing countTo(int most) {
    this.most = most;
    return this;
  }

  /// A field that may be sorted by, and what it is in SQL.
  public Listing sort(String field, String expression) {
    sortable.put(field, expression);
    return this;
  }

  /// The part of the list that was asked for.
  public <T> Page<T> page(PageRequest request, RowMapper<T> mapper) {
    searchFor(request.q());
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    boolean bounded = most > 0 && request.size() < PageRequest.EXPORT;
    long counted = count(where, bounded);
    boolean more = bounded && counted > most;
    long total = more ? most : counted;
    String order = request.orderBy(sortable, usualOrder);
    List<T> items =
        total == 0
            ? List.of()
            : jdbc.sql(
                    "select %s from %s%s order by %s limit :limit offset :offset"
                        .formatted(columns, from, where, order))
                .params(values)
                .param("limit", request.size())
                .param("offset", request.offset())
                .query(mapper)
                .list();
    return new Page<>(items, request.page(), request.size(), total, more);
  }

  private long count(String where, boolean bounded) {
    String sql =
        bounded
            ? "select count(*) from (select from %s%s limit :counted) as counted"
            : "select count(*) from %s%s";
    Map<String, Object> all = new LinkedHashMap<>(values);
    if (bounded) {
      all.put("counted", most + 1);
    }
    return jdbc.sql(sql.formatted(from, where)).params(all).query(Long.class).single();
  }

  private void searchFor(@Nullable String words) {
    if (words == null || words.isBlank() || searched.isEmpty()) {
      return;
    }
    conditions.add(
        "("
            + String.join(
                " or ", searched.stream().map(e -> "(" + e + ") ilike :searched").toList())
            + ")");
    String escaped = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    values.put("searched", "%" + escaped + "%");
  }
}
