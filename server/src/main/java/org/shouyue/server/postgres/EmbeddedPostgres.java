package org.shouyue.server.postgres;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.shouyue.server.home.ServerHome;

/// A PostgreSQL server of our own, on the loopback address, with its data in the server's home.
///
/// Several processes on one home share one database server: the first starts it, the others attach,
/// the last to close stops it. A database server left running by a process that was killed is
/// adopted; one that was killed itself is started again while anybody uses it.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final Duration RETRY = Duration.ofMillis(100);

  /// File locks hold between processes only; this one holds between threads.
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final ServerHome home;
  private final Cluster cluster;
  private final Attachments attachments;
  private final Path attachment;
  private final String password;
  private volatile Postmaster postmaster;
  private volatile boolean closed;

  private EmbeddedPostgres(ServerHome home) {
    this.home = home;
    this.password = home.secret("postgres");
    this.attachments = new Attachments(home.directory("postgres-users"));
    this.cluster = new Cluster(Placement.below(home.root()), home.root());
    cluster.initialise(password);
    this.attachment = attachments.add();
    this.postmaster = running();
    watch();
  }

  /// Starts, or attaches to, the database server of this home.
  ///
  /// @throws PostgresException when that is impossible, saying why
  public static EmbeddedPostgres open(ServerHome home) {
    return locked(home, () -> new EmbeddedPostgres(home));
  }

  /// The address of a database, created where absent.
  public String url(String database) {
    String quoted = '"' + database.replace("\"", "\"\"") + '"';
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + quoted);
    } catch (SQLException e) {
      if (!"42P04".equals(e.getSQLState()) && !"23505".equals(e.getSQLState())) {
        throw new PostgresException("cannot create the database " + database, e);
      }
    }
    return address(database);
  }

  /// The account that owns the databases.
  public String user() {
    return Cluster.OWNER;
  }

  public String password() {
    return password;
  }

  /// The process number of the database server at present.
  public long pid() {
    return postmaster.process().pid();
  }

  @Override
  public void close() {
    locked(
        home,
        () -> {
          if (!closed) {
            closed = true;
            if (attachments.removeAndIsEmpty(attachment)
                && Postmaster.of(cluster.data()).isPresent()) {
              cluster.stop();
            }
          }
          return this;
        });
  }

  private Postmaster running() {
    Postmaster found = Postmaster.of(cluster.data()).orElseGet(this::start);
    awaitAnswer(found);
    return found;
  }

  private Postmaster start() {
    // Children of a server that was killed notice within moments, and must be gone first.
    long until = System.nanoTime() + ANSWER_LIMIT.toNanos();
    while (Postmaster.anyProcessIn(cluster.data()) && System.nanoTime() < until) {
      LockSupport.parkNanos(RETRY.toNanos());
    }
    return cluster.start();
  }

  private void awaitAnswer(Postmaster server) {
    long until = System.nanoTime() + ANSWER_LIMIT.toNanos();
    while (true) {
      try (Connection connection =
          DriverManager.getConnection(address(server, "postgres"), user(), password)) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        if (System.nanoTime() > until || "28P01".equals(e.getSQLState())) {
          throw new PostgresException("PostgreSQL runs but does not answer", e);
        }
      }
      LockSupport.parkNanos(RETRY.toNanos());
    }
  }

  private void watch() {
    var _ = postmaster.process().onExit().thenRun(() -> Thread.startVirtualThread(this::restart));
  }

  private void restart() {
    if (closed) {
      return;
    }
    locked(
        home,
        () -> {
          if (!closed) {
            LOG.log(Level.WARNING, "PostgreSQL ended unexpectedly; starting it again");
            try {
              postmaster = running();
              watch();
            } catch (PostgresException e) {
              LOG.log(Level.ERROR, "PostgreSQL cannot be started again", e);
            }
          }
          return this;
        });
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(address(database), user(), password);
  }

  private String address(String database) {
    return address(postmaster, database);
  }

  private static String address(Postmaster server, String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
  }

  private static <T> T locked(ServerHome home, Supplier<T> work) {
    THREADS.lock();
    try (FileChannel channel =
            FileChannel.open(
                home.root().resolve("postgres.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      return work.get();
    } catch (IOException e) {
      throw new PostgresException("cannot lock " + home.root(), e);
    } finally {
      THREADS.unlock();
    }
  }
}
