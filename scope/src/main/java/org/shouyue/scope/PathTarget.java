package org.shouyue.scope;

import java.nio.file.Path;

/// A folder or file on the client's host, for engines that work there. Covers itself and what is
/// below it; opens nothing on the network.
public record PathTarget(String path) implements Target {
  public PathTarget {
    Path read = Path.of(path);
    if (!read.isAbsolute() || !read.equals(read.normalize())) {
      throw new IllegalArgumentException("not an absolute, plain path: " + path);
    }
    path = read.toString();
  }

  /// Whether this names the path or a folder above it. Symbolic links are the caller's to resolve
  /// before it asks ([Path#toRealPath]).
  public boolean covers(Path other) {
    return other.isAbsolute() && other.normalize().startsWith(path);
  }

  @Override
  public String written() {
    return "path:" + path;
  }
}
