package org.shouyue.server.page;

import java.util.List;

/// A part of a list.
///
/// @param items what this page holds
/// @param page its number, from 0
/// @param size how many items a page holds at most
/// @param total how many items the whole list holds
public record Page<T>(List<T> items, int page, int size, long total) {
  public Page {
    items = List.copyOf(items);
  }
}
