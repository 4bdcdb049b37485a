package org.shouyue.server.mailroom;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes text of a mail's bytes. Mail that calls itself GB2312 mostly is GBK, and mail that names
/// no character set mostly is UTF-8 or GBK: GB 18030 reads both.
final class Letters {
  private static final Charset CHINESE = Charset.forName("GB18030");

  private Letters() {}

  /// @param named the character set that the mail names; null for none
  static String of(byte[] bytes, @Nullable String named) {
    Charset charset = charset(named);
    return charset == null ? guessed(bytes) : new String(bytes, charset);
  }

  /// A header, whether encoded (RFC 2047) or in bare bytes.
  static String header(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    String unfolded = MimeUtility.unfold(raw);
    boolean bare =
        unfolded.chars().anyMatch(c -> c > 0x7f) && unfolded.chars().allMatch(c -> c < 0x100);
    if (bare) {
      return guessed(unfolded.getBytes(StandardCharsets.ISO_8859_1)).strip();
    }
    try {
      return MimeUtility.decodeText(
              unfolded.replaceAll("(?i)=\\?(gb2312|gbk|x-gbk)\\?", "=?GB18030?"))
          .strip();
    } catch (UnsupportedEncodingException _) {
      return unfolded.strip();
    }
  }

  private static @Nullable Charset charset(@Nullable String named) {
    if (named == null || named.isBlank()) {
      return null;
    }
    String name = named.strip().toLowerCase(Locale.ROOT);
    if (name.startsWith("gb") || name.equals("x-gbk")) {
      return CHINESE;
    }
    try {
      Charset charset = Charset.forName(MimeUtility.javaCharset(name));
      return charset.equals(StandardCharsets.US_ASCII) ? null : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return null;
    }
  }

  private static String guessed(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, CHINESE);
    }
  }
}
