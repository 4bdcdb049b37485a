package org.shouyue.server.notify;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.notify.peer.Answer;
import org.shouyue.server.notify.peer.Message;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends a test message past the queue, so that whoever sets a channel up sees its answer at once.
@Component
class ChannelTrial {
  private final Sending sending;
  private final Texts texts;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  ChannelTrial(
      Sending sending,
      Texts texts,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.sending = sending;
    this.texts = texts;
    this.events = events;
    this.transactions = transactions;
  }

  /// What the peer said.
  ///
  /// @param taken whether it took the message
  record Result(boolean taken, String code, String said, long tookMillis) {}

  Result send(Channel channel, String to, String by) {
    UUID id = UUID.randomUUID();
    Template text =
        texts
            .of(id, "channel-test", "zh", Map.of())
            .fill(Map.of("by", by, "channel", channel.name()));
    Message message =
        new Message(id, to, to, text.title(), text.body(), "channel/" + channel.id(), null, null);
    long begun = System.nanoTime();
    Answer answer = Sending.ask(sending.peer(channel), message);
    long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    transactions.executeWithoutResult(_ ->
        events.publishEvent(
            new Changed(
                null,
                "channel.tested",
                "channel/" + channel.id(),
                Map.of("name", channel.name(), "code", answer.code()))));
    return new Result(answer instanceof Answer.Taken, answer.code(), answer.said(), took);
  }
}
