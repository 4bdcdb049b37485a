package org.shouyue.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.shouyue.contract.document.DocumentUnreadable;
import picocli.CommandLine;

/// Turns what a command could not do into one message and an exit code; a stack trace is for faults
/// of ours alone.
final class Failures implements CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    Exception cause =
        failure instanceof UncheckedIOException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : failure;
    return switch (cause) {
      case BadInput bad -> answer(command, String.valueOf(bad.getMessage()), Main.BAD_INPUT);
      case DocumentUnreadable unreadable -> answer(command, sentence(unreadable), Main.BAD_INPUT);
      case CharacterCodingException _ ->
          answer(command, Words.say("file.not-utf8"), Main.BAD_INPUT);
      case NoSuchFileException absent ->
          answer(command, Words.say("file.absent", absent.getFile()), Main.BAD_INPUT);
      case IOException io ->
          answer(
              command, Words.say("file.failed", String.valueOf(io.getMessage())), Main.INCOMPLETE);
      default -> throw failure;
    };
  }

  /// What is wrong with a document and what to do about it, in the reader's language.
  static String sentence(DocumentUnreadable unreadable) {
    Locale locale = Locale.getDefault();
    return unreadable.wording().in(locale)
        + Words.choose("。", ". ")
        + unreadable.remedy().in(locale);
  }

  private static int answer(CommandLine command, String message, int exit) {
    command.getErr().println(message);
    return exit;
  }
}
