/// Looks at sites from outside, through the broker: availability, certificates, reachable ports.
module org.shouyue.engine.site {
  requires static org.jspecify;
  requires transitive org.shouyue.scope;

  exports org.shouyue.engine.site;
}
