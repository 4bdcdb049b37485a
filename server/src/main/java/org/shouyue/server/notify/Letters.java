package org.shouyue.server.notify;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shouyue.server.notify.peer.Message;
import org.springframework.stereotype.Component;

/// What is handed to a peer for a delivery and what is gathered in it.
@Component
class Letters {
  private final Links links;
  private final Rehearsal rehearsal;

  Letters(Links links, Rehearsal rehearsal) {
    this.links = links;
    this.rehearsal = rehearsal;
  }

  Message of(Delivery one, List<Delivery> gathered) {
    String title = gathered.isEmpty() ? one.title() : titleOf(gathered.size() + 1, one);
    return new Message(
        one.id(),
        one.address(),
        one.recipient(),
        rehearsal.marked(title, one.locale()),
        rehearsal.marked(gathered.isEmpty() ? one.body() : bodyOf(one, gathered), one.locale()),
        one.about(),
        one.urgency().atLeast(Urgency.HIGH) ? links.acknowledge(one.id()) : null,
        links.receipt(Objects.requireNonNull(one.channelId()), one.id()));
  }

  /// One title for many; a call names the first of them, because a gateway may speak the title
  /// only.
  private static String titleOf(int count, Delivery first) {
    boolean english = first.locale().startsWith("en");
    if (first.means() == Means.PHONE) {
      return english
          ? count + " urgent matters, the first: " + first.title()
          : "共 " + count + " 件紧急事项，第一件：" + first.title();
    }
    return english ? count + " notices" : count + " 条通知汇总";
  }

  private static String bodyOf(Delivery first, List<Delivery> gathered) {
    return entry(first)
        + gathered.stream().map(each -> "\n\n" + entry(each)).collect(Collectors.joining());
  }

  private static String entry(Delivery one) {
    return "■ " + one.title() + "\n" + one.body();
  }
}
