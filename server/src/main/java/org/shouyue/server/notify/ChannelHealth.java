package org.shouyue.server.notify;

import java.util.UUID;
import org.springframework.stereotype.Service;

/// Whether channels work, for other rooms.
@Service
public class ChannelHealth {
  private final Channels channels;

  ChannelHealth(Channels channels) {
    this.channels = channels;
  }

  /// False while the channel is taken for dead; true also when it is gone or switched off.
  public boolean works(UUID channel) {
    return channels.find(channel).map(one -> !one.dead() || !one.enabled()).orElse(true);
  }
}
