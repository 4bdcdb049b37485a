package org.shouyue.scope;

/// A domain with everything below it: `example.cn` covers itself and `www.example.cn`, never
/// `badexample.cn`. One label alone (`cn`) is too wide to be meant and is not accepted.
public record Domain(String name) implements Target {
  public Domain {
    name = HostText.nameOrThrow(name);
    if (name.indexOf('.') < 0) {
      throw new IllegalArgumentException("too wide for a permit: " + name);
    }
  }

  boolean covers(String host) {
    return host.equals(name) || host.endsWith("." + name);
  }

  @Override
  public String written() {
    return "domain:" + name;
  }
}
