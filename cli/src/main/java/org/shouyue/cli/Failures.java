package org.shouyue.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import org.shouyue.contract.document.DocumentUnreadable;
import picocli.CommandLine;

/// Turns what a command could not do into one message and an exit code; a stack trace is for faults
/// of ours alone.
final class Failures implements CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    return switch (failure) {
      case BadInput bad -> answer(command, bad.getMessage(), Main.BAD_INPUT);
      case DocumentUnreadable unreadable ->
          answer(
              command,
              unreadable.wording().in(java.util.Locale.getDefault())
                  + Words.choose("。", ". ")
                  + unreadable.remedy().in(java.util.Locale.getDefault()),
              Main.BAD_INPUT);
      case CharacterCodingException _ ->
          answer(command, Words.say("file.not-utf8"), Main.BAD_INPUT);
      case NoSuchFileException absent ->
          answer(command, Words.say("file.absent", absent.getFile()), Main.BAD_INPUT);
      case UncheckedIOException wrapped -> io(command, wrapped.getCause());
      case IOException io -> io(command, io);
      default -> throw failure;
    };
  }

  private static int io(CommandLine command, IOException failure) {
    return answer(command, Words.say("file.failed", failure.getMessage()), Main.INCOMPLETE);
  }

  private static int answer(CommandLine command, String message, int exit) {
    command.getErr().println(message);
    return exit;
  }
}
