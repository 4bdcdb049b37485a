package org.shouyue.server.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads columns and makes parameters of the types that we use.
public final class Sql {
  private Sql() {}

  /// An instant as a parameter.
  public static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /// The instant in a column that is never null.
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(instantOrNull(row, column), column);
  }

  /// The instant in a column, null for null.
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// The identifier in a column that is never null.
  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(uuidOrNull(row, column), column);
  }

  /// The identifier in a column, null for null.
  public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /// The text in a column that is never null.
  public static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  /// The texts in an array column; none for null.
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    java.sql.Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
