package org.shouyue.scope;

/// One host name, kept as lower-case ASCII (IDN names in their `xn--` form, no trailing dot).
public record HostName(String name) implements Target {
  public HostName {
    name = HostText.nameOrThrow(name);
  }

  @Override
  public String written() {
    return "host:" + name;
  }
}
