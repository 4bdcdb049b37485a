package org.shouyue.contract.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Wording;

/// A document that cannot be turned into text. Always the document's fault, never the program's:
/// says what is wrong and what the user can do about it.
public final class DocumentUnreadable extends RuntimeException {

  /// What is wrong.
  public enum Code {
    /// No bytes, or nothing but white space.
    EMPTY,
    /// Beyond [DocumentLimits].
    TOO_LARGE,
    /// Locked by a password or against copying of text.
    ENCRYPTED,
    /// Of a kind that is not read here.
    UNSUPPORTED,
    /// A picture of text, or no text at all.
    NOT_TEXT,
    /// Damaged.
    MALFORMED;

    /// The written code: `too-large`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Code code;
  private final Wording wording;
  private final Wording remedy;

  DocumentUnreadable(Code code, Wording wording, Wording remedy) {
    this(code, wording, remedy, null);
  }

  DocumentUnreadable(Code code, Wording wording, Wording remedy, @Nullable Throwable cause) {
    super(wording + " — " + remedy, cause);
    this.code = code;
    this.wording = wording;
    this.remedy = remedy;
  }

  static DocumentUnreadable empty() {
    return new DocumentUnreadable(
        Code.EMPTY,
        new Wording("文件是空的", "the file is empty"),
        new Wording("请确认文件已完整保存或上传", "check that the file was saved or uploaded completely"));
  }

  static DocumentUnreadable tooLarge(String chinese, String english) {
    return new DocumentUnreadable(
        Code.TOO_LARGE,
        new Wording(chinese, english),
        new Wording(
            "请只提交合同正文和附件，去掉图片或拆分文件",
            "keep the contract and its annexes only: drop pictures or split the file"));
  }

  static DocumentUnreadable unsupported(String chinese, String english) {
    return new DocumentUnreadable(
        Code.UNSUPPORTED,
        new Wording(chinese, english),
        new Wording(
            "请另存为 .docx、可选中文字的 .pdf、.txt 或 .md",
            "save it as .docx, .pdf with selectable text, .txt or .md"));
  }

  static DocumentUnreadable encrypted(String chinese, String english) {
    return new DocumentUnreadable(
        Code.ENCRYPTED,
        new Wording(chinese, english),
        new Wording("请去掉密码后重新保存", "remove the password and save it again"));
  }

  static DocumentUnreadable scanned(String chinese, String english) {
    return new DocumentUnreadable(
        Code.NOT_TEXT,
        new Wording(chinese, english),
        new Wording(
            "请先用 OCR 识别成文字，或向对方索要电子版",
            "recognise the text with OCR first, or ask the other side for the electronic original"));
  }

  static DocumentUnreadable malformed(String chinese, String english, @Nullable Throwable cause) {
    return new DocumentUnreadable(
        Code.MALFORMED,
        new Wording(chinese, english),
        new Wording(
            "请用原来的软件打开后重新保存，或重新获取文件", "open it with the program that made it and save it again"),
        cause);
  }

  /// What is wrong.
  public Code code() {
    return code;
  }

  /// What is wrong, as a sentence.
  public Wording wording() {
    return wording;
  }

  /// What the user can do about it.
  public Wording remedy() {
    return remedy;
  }
}
