package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// Help tells everything, in both languages.
class HelpTest {

  static final List<Locale> LANGUAGES = Shell.LANGUAGES;

  private static final Pattern SAID = Pattern.compile("Words\\s*\\.say\\(\\s*\"([^\"]+)\"");

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void listsEveryCommand(Locale language) {
    eachCommand(
        language,
        spec -> {
          Object[] words =
              (spec.qualifiedName() + " --help").substring("shouyue ".length()).split(" ");
          String help = Shell.run(language, words).out();

          assertThat(help).contains(names(spec)).contains("--help");
        });
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void describesEveryCommandOptionAndParameterInItsLanguage(Locale language) {
    eachCommand(
        language,
        spec -> {
          assertThat(String.join(" ", spec.usageMessage().description()))
              .as(spec.qualifiedName())
              .isNotBlank()
              .matches(text -> Shell.isIn(language, text));
          for (ArgSpec argument : spec.args()) {
            assertThat(String.join(" ", argument.description()))
                .as(spec.qualifiedName() + " " + argument.paramLabel())
                .isNotBlank()
                .matches(text -> Shell.isIn(language, text) || text.equals("text 或 json"));
          }
        });
  }

  @Test
  void saysTheSameThingsInBothLanguages() throws IOException {
    assertThat(keys("messages_zh.properties")).isEqualTo(keys("messages.properties"));
  }

  @Test
  void hasEveryMessageThatTheSourcesSay() throws IOException {
    Set<String> known = keys("messages.properties");

    for (Path source : sources()) {
      assertThat(SAID.matcher(Files.readString(source)).results().map(said -> said.group(1)))
          .as(source.toString())
          .allMatch(key -> known.stream().anyMatch(one -> fits(key, one)));
    }
  }

  @Test
  void refusesAnUnknownCommandWithItsUsage() {
    Shell.Answer answer = Shell.run("contract", "sign");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains("sign").contains("shouyue contract");
  }

  @Test
  void readsTheLanguageFromTheUsualVariables() {
    assertThat(Main.locale(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(Main.locale(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C"))).isEqualTo(Locale.ENGLISH);
    assertThat(Main.locale(Map.of())).isEqualTo(Locale.ENGLISH);
  }

  /// A key that ends with a dot is completed at run time.
  private static boolean fits(String said, String known) {
    return said.endsWith(".") ? known.startsWith(said) : known.equals(said);
  }

  private static void eachCommand(Locale language, Consumer<CommandSpec> check) {
    Locale before = Locale.getDefault();
    Locale.setDefault(language);
    try {
      eachCommand(Main.commands(), check);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void eachCommand(CommandLine command, Consumer<CommandSpec> check) {
    check.accept(command.getCommandSpec());
    command.getSubcommands().values().forEach(below -> eachCommand(below, check));
  }

  private static List<String> names(CommandSpec spec) {
    return Stream.concat(
            spec.subcommands().keySet().stream(),
            spec.options().stream().map(option -> option.longestName()))
        .toList();
  }

  private static Set<String> keys(String bundle) throws IOException {
    Properties properties = new Properties();
    try (InputStream file = Main.class.getResourceAsStream(bundle)) {
      properties.load(file);
    }
    return properties.stringPropertyNames();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
