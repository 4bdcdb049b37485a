package org.shouyue.server.mailroom;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shouyue.server.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Looks into a mailbox by IMAP and takes in what was not seen. A mail is marked as seen when it is
/// safe in the database: one that was taken in just before a crash comes again and is known.
@Component
class MailPoller implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailPoller.class);
  private static final String PATIENCE_MILLIS = "20000";
  private static final int MOST_A_LOOK = 200;

  private final MailSettings settings;
  private final MailIntake intake;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("mail").factory());
  private volatile boolean running;

  MailPoller(MailSettings settings, MailIntake intake) {
    this.settings = settings;
    this.intake = intake;
  }

  @Override
  public void start() {
    running = true;
    if (settings.host() != null && !settings.host().isBlank()) {
      long every = settings.every().toMillis();
      var _ = executor.scheduleWithFixedDelay(this::tick, 0, every, TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    try {
      look();
    } catch (MessagingException | DataAccessException e) { // the next look tries again
      LOG.warn("the mailbox {} could not be read; it is tried again", settings.host(), e);
    }
  }

  /// Takes in everything new.
  void look() throws MessagingException {
    String protocol = settings.tls() ? "imaps" : "imap";
    Properties properties = new Properties();
    for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail." + protocol + "." + timeout, PATIENCE_MILLIS);
    }
    properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
    try (Store store = Session.getInstance(properties).getStore(protocol)) {
      store.connect(settings.host(), settings.port(), settings.user(), settings.password());
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        for (int n = 0; n < Math.min(unseen.length, MOST_A_LOOK) && running; n++) {
          take(unseen[n]);
        }
      }
    }
  }

  private void take(Message message) throws MessagingException {
    try {
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      if (message.getSize() <= MailReader.LARGEST_BYTES) {
        message.writeTo(raw);
        intake.take(raw.toByteArray());
        message.setFlag(Flags.Flag.SEEN, true);
      } else {
        LOG.warn("a mail of {} bytes is too large and stays in the mailbox", message.getSize());
        message.setFlag(Flags.Flag.FLAGGED, true);
        message.setFlag(Flags.Flag.SEEN, true);
      }
    } catch (Problem | IOException unreadable) {
      LOG.warn("a mail cannot be read and stays in the mailbox, flagged", unreadable);
      message.setFlag(Flags.Flag.FLAGGED, true);
      message.setFlag(Flags.Flag.SEEN, true);
    }
  }

  @Override
  public void stop() {
    running = false;
    executor.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
