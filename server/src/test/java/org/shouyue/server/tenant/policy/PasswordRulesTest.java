package org.shouyue.server.tenant.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouyue.server.problem.Problem;

class PasswordRulesTest {
  private static final PasswordRules RULES = PasswordRules.USUAL;

  @Test
  void takesThreeKindsOrALongPassphraseOfTwo() {
    assertThat(faults("Duanwu2026x")).isEmpty();
    assertThat(faults("duanwu2026x")).hasSize(1);
    assertThat(faults("four-small-words")).isEmpty();
    assertThat(faults("foursmallwordsmore")).hasSize(1);
  }

  @Test
  void refusesWhatGuessersTryFirst() {
    for (String weak :
        List.of("Password123!", "1Qwerty2026!", "Admin@2026!", "P@ssw0rd2026", "!!!2026!!!2026A")) {
      assertThat(faults(weak)).as(weak).anyMatch(fault -> fault.contains("太常见"));
    }
    assertThat(new PasswordRules(8, 1, 8, 0, 0, List.of()).faults("12345678", List.of()))
        .anyMatch(fault -> fault.contains("太常见"));
    assertThat(faults("abcdefghijklmnop")).anyMatch(fault -> fault.contains("太常见"));
  }

  @Test
  void refusesTheNamesOfPersonAndOrganisationInAnyLetters() {
    assertThat(RULES.faults("X9-ZhangWei-x9", List.of("zhangwei")))
        .containsExactly("不能含有“zhangwei”");
    assertThat(RULES.faults("云溪县政府-2026aB", List.of("云溪县政府"))).hasSize(1);
    assertThat(RULES.faults("Wo-2026-li-Shan", List.of("li"))).isEmpty();
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    assertThat(faults("admin")).hasSize(3);
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(faults("😀😀😀😀😀")).anyMatch(fault -> fault.contains("至少 10"));
  }

  @Test
  void cannotBeMadeWorthless() {
    assertThatThrownBy(() -> new PasswordRules(4, 3, 15, 5, 90, List.of()))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new PasswordRules(10, 0, 15, 5, 90, List.of()))
        .isInstanceOf(Problem.class);
  }

  private static List<String> faults(String password) {
    return RULES.faults(password, List.of());
  }
}
