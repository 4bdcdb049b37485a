package org.shouyue.server.backup;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the commands say, in the reader's language.
record BackupWords(boolean chinese) {

  /// Chosen by the usual variables, as every command of ours does.
  static BackupWords of(Map<String, String> environment) {
    for (String name : new String[] {"SHOUYUE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return new BackupWords(value.startsWith("zh"));
      }
    }
    return new BackupWords(false);
  }

  String usage() {
    return say(
        """
        用法：
          shouyue backup FILE|DIR        在线备份整个平台（数据库、证据、密钥），以口令加密
          shouyue backup check FILE      从头到尾读一遍备份，核对每一部分的摘要
          shouyue restore FILE [--replace]   恢复到 SHOUYUE_HOME；非空时须加 --replace
        口令来自 SHOUYUE_BACKUP_PASSPHRASE、--passphrase-file=FILE 或终端输入。丢失口令即丢失备份。\
        """,
        """
        Usage:
          shouyue backup FILE|DIR        back up the whole platform online (database, evidence, keys), sealed
          shouyue backup check FILE      read a backup from front to back against its digests
          shouyue restore FILE [--replace]   restore into SHOUYUE_HOME; what is there only goes with --replace
        The passphrase comes from SHOUYUE_BACKUP_PASSPHRASE, --passphrase-file=FILE or the terminal. A lost passphrase is a lost backup.\
        """);
  }

  String backedUp(Path file, Manifest manifest, long size) {
    return say(
            "已备份：%s（%d 张表，%d 行，%d 个文件，%d 字节）",
            "backed up: %s (%d tables, %d rows, %d files, %d bytes)")
        .formatted(file, manifest.tables().size(), manifest.rows(), manifest.files(), size);
  }

  String whole(Path file, Manifest manifest) {
    return say(
            "备份完好：%s（%s，%d 张表，%d 行，%d 个文件）",
            "the backup is whole: %s (%s, %d tables, %d rows, %d files)")
        .formatted(
            file, manifest.takenAt(), manifest.tables().size(), manifest.rows(), manifest.files());
  }

  String restored(RestoreReport report) {
    return say(
            "已恢复到 %s：%d 张表，%d 行，%d 个文件；审计链与证据链已核对",
            "restored to %s: %d tables, %d rows, %d files; the chains of audit and evidence were walked")
        .formatted(report.takenAt(), report.tables(), report.rows(), report.files());
  }

  String damaged(String what) {
    return say("证据内容缺失或被改动：", "evidence is missing or was altered: ") + what;
  }

  String broken(String chain) {
    return say("链有断裂：", "the chain is broken: ") + chain;
  }

  String refused(@Nullable String why) {
    return say("未执行，什么也没有改动：", "refused, nothing was changed: ") + why;
  }

  String incomplete(@Nullable String why) {
    return say("没有完成，原有数据未动：", "not completed, what was there is as it was: ") + why;
  }

  private String say(String zh, String en) {
    return chinese ? zh : en;
  }
}
