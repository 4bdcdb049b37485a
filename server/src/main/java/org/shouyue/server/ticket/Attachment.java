package org.shouyue.server.ticket;

/// A file that goes with what somebody writes on a ticket.
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Attachment(String name, String mediaType, byte[] content) {
  private static final int LONGEST_NAME = 200;

  public Attachment {
    name = name.isBlank() ? "附件" : name.strip();
    name = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    mediaType =
        mediaType.isBlank() || mediaType.length() > 100 ? "application/octet-stream" : mediaType;
  }
}
