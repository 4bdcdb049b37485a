package org.shouyue.server.export;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.OfNoClient;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds out whose data the rows of a list are: by their `clientId`, their `contractId`, or those
/// of a record inside them.
@Component
class RowClients {
  private static final String CLIENT = "clientId";
  private static final String CONTRACT = "contractId";

  private final JdbcClient jdbc;

  RowClients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Each client and the number of its rows. Rows that do not say whose they are belong to every
  /// client in scope, uncounted: rather one asked too many than one too few.
  Map<UUID, @Nullable Long> of(List<?> rows) {
    if (rows.isEmpty() || rows.getFirst().getClass().isAnnotationPresent(OfNoClient.class)) {
      return Map.of();
    }
    Class<?> type = rows.getFirst().getClass();
    List<Method> way = way(type, CLIENT);
    if (!way.isEmpty()) {
      return counted(rows, way);
    }
    List<Method> contract = way(type, CONTRACT);
    return contract.isEmpty() ? everyone() : clients(counted(rows, contract));
  }

  private static Map<UUID, @Nullable Long> everyone() {
    Map<UUID, @Nullable Long> clients = new HashMap<>();
    TenantScope.visible().forEach(client -> clients.put(client, null));
    return clients;
  }

  /// The accessors that lead from a row to a component of this name, none when there is none.
  private static List<Method> way(Class<?> type, String name) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals(name) && component.getType() == UUID.class) {
        return List.of(component.getAccessor());
      }
    }
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType().isRecord()) {
        List<Method> rest = way(component.getType(), name);
        if (!rest.isEmpty()) {
          List<Method> way = new ArrayList<>(List.of(component.getAccessor()));
          way.addAll(rest);
          return way;
        }
      }
    }
    return List.of();
  }

  private static Map<UUID, @Nullable Long> counted(List<?> rows, List<Method> way) {
    way.forEach(step -> step.setAccessible(true));
    Map<UUID, @Nullable Long> counts = new HashMap<>();
    for (Object row : rows) {
      UUID id = follow(row, way);
      if (id != null) {
        Long before = counts.get(id);
        counts.put(id, before == null ? 1 : before + 1);
      }
    }
    return counts;
  }

  private static @Nullable UUID follow(Object row, List<Method> way) {
    @Nullable Object at = row;
    try {
      for (Method step : way) {
        at = at == null ? null : step.invoke(at);
      }
      return (UUID) at;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + way + " of " + row.getClass(), e);
    }
  }

  private Map<UUID, @Nullable Long> clients(Map<UUID, @Nullable Long> contracts) {
    Map<UUID, @Nullable Long> clients = new HashMap<>();
    Set<UUID> unknown = new HashSet<>(contracts.keySet());
    jdbc.sql("select id, client_id from contract where id = any(:ids)")
        .param("ids", contracts.keySet().toArray(UUID[]::new))
        .query((row, _) -> Map.entry(Sql.uuid(row, "id"), Sql.uuid(row, "client_id")))
        .list()
        .forEach(one -> {
          Long more = contracts.get(one.getKey());
          Long before = clients.get(one.getValue());
          clients.put(one.getValue(), (before == null ? 0 : before) + (more == null ? 0 : more));
          unknown.remove(one.getKey());
        });
    return unknown.isEmpty() ? clients : everyone();
  }
}
