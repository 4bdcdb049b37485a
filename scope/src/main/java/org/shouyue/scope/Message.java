package org.shouyue.scope;

/// One sentence for people, in the two languages of the product.
public record Message(String zh, String en) {
  public Message {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a message needs both languages: " + zh + " / " + en);
    }
  }
}
