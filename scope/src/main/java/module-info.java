/// The permit: who allowed what against which target, when; and the only way out to the network.
module org.shouyue.scope {
  requires static org.jspecify;

  exports org.shouyue.scope;
}
