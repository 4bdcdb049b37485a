package org.shouyue.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a backup from front to back and holds it against its manifest, changing nothing.
final class BackupCheck {
  private BackupCheck() {}

  /// The manifest of a backup that is whole.
  ///
  /// @throws BackupRefused saying what is wrong with it
  static Manifest of(Path file, char[] passphrase, Progress progress) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BackupRefused("没有这个文件 / no such file: " + file);
    }
    List<Part> found = new ArrayList<>();
    byte[][] manifest = new byte[1][];
    try (PartReader reader = PartReader.open(file, passphrase)) {
      @Nullable Part part;
      do {
        part =
            reader.next((name, in) -> {
              progress.at(name);
              if (name.equals(Manifest.NAME)) {
                manifest[0] = in.readAllBytes();
              }
            });
        if (part != null && !part.name().equals(Manifest.NAME)) {
          found.add(part);
        }
      } while (part != null);
    }
    return agreed(read(manifest[0]), found);
  }

  private static Manifest read(byte @Nullable [] manifest) {
    if (manifest == null) {
      throw new BackupRefused("备份里没有清单 / the backup has no manifest");
    }
    try {
      return JsonMapper.shared().readValue(manifest, Manifest.class);
    } catch (JacksonException e) {
      throw new BackupRefused("备份的清单无法读取 / the manifest cannot be read", e);
    }
  }

  private static Manifest agreed(Manifest manifest, List<Part> found) {
    if (manifest.format() > Manifest.FORMAT) {
      throw new BackupRefused("备份来自更新的版本，请先升级 / the backup is of a newer version; upgrade first");
    }
    if (!manifest.parts().equals(found)) {
      throw new BackupRefused("备份内容与清单不符 / the backup does not agree with its manifest");
    }
    for (Part part : found) {
      boolean table = part.name().startsWith("table/");
      boolean file = part.name().startsWith("file/") && inside(part.name().substring(5));
      if (!table && !file) {
        throw new BackupRefused("备份里有不该有的内容 / not a part of a backup: " + part.name());
      }
    }
    return manifest;
  }

  /// Whether a path stays below the home.
  private static boolean inside(String name) {
    Path path = Path.of(name);
    return !path.isAbsolute() && path.normalize().equals(path) && HomeFiles.belongs(name);
  }
}
