package org.shouyue.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerHome;
import org.shouyue.server.home.ServerSettings;
import org.shouyue.server.postgres.EmbeddedPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/// The one connection pool: to the embedded database, or to the one that the settings name.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int POOL = 12;
  private static final int FORGETFUL_POOL = 4;

  @Bean(destroyMethod = "close")
  @Conditional(EmbeddedDatabase.class)
  EmbeddedPostgres embeddedPostgres(ServerHome home) {
    return EmbeddedPostgres.open(home);
  }

  @Bean
  DatabaseOwner databaseOwner(ServerSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
    ServerSettings.@Nullable Database db = settings.db();
    if (settings.external() && db != null) {
      return OpenDatabase.external(db);
    }
    EmbeddedPostgres postgres = embedded.getObject();
    return new DatabaseOwner(postgres.url("shouyue"), postgres.user(), postgres.password());
  }

  /// Not the pool itself but the scoped view of it is what everybody gets.
  @Bean
  ScopedDataSource dataSource(DatabaseOwner owner) {
    return new ScopedDataSource(pool(owner));
  }

  /// For what may be forgotten when the database crashes because it is done again then: commits
  /// here do not wait for the disk. Shows no tenant's rows.
  @Bean(destroyMethod = "close", defaultCandidate = false)
  @Qualifier("forgetful")
  HikariDataSource forgetfulDataSource(DatabaseOwner owner) {
    HikariConfig config = config(owner, FORGETFUL_POOL);
    config.setPoolName("shouyue-forgetful");
    config.setConnectionInitSql("set synchronous_commit = off");
    return new HikariDataSource(config);
  }

  private static HikariDataSource pool(DatabaseOwner owner) {
    HikariConfig config = config(owner, POOL);
    config.setPoolName("shouyue");
    return new HikariDataSource(config);
  }

  private static HikariConfig config(DatabaseOwner owner, int size) {
    owner.prepare();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(owner.url());
    config.setUsername(DatabaseOwner.APP);
    config.setPassword(owner.appPassword());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setAutoCommit(true);
    return config;
  }
}
