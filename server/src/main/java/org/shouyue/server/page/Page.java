package org.shouyue.server.page;

import java.util.List;

/// A part of a list.
///
/// @param items what this page holds
/// @param page its number, from 0
/// @param size how many items a page holds at most
/// @param total how many items the whole list holds; where `more`, how many were counted
/// @param more whether the list holds more than were counted
public record Page<T>(List<T> items, int page, int size, long total, boolean more) {
  public Page {
    items = List.copyOf(items);
  }

  /// A part of a list that was counted to its end.
  public Page(List<T> items, int page, int size, long total) {
    this(items, page, size, total, false);
  }
}
