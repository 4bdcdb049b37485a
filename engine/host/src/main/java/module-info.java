/// Looks at a host from inside: which ports it listens on, who owns them, and what changed.
module org.shouyue.engine.host {
  requires static org.jspecify;
  requires transitive org.shouyue.scope;

  exports org.shouyue.engine.host;
}
