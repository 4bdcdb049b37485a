package org.shouyue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.calendar.HolidayNotice;
import org.shouyue.contract.calendar.NoticeReading;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.plan.ContractPlanner;
import org.shouyue.contract.plan.PlanInputs;
import org.shouyue.contract.plan.PlanRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shouyue contract plan FILE`: the dated obligations of a contract.
@Command(
    name = "plan",
    resourceBundle = "org.shouyue.cli.messages",
    mixinStandardHelpOptions = true)
final class ContractPlanning implements Callable<Integer> {

  enum Format {
    text,
    json
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  private Path file;

  @Option(names = "--signed", paramLabel = "YYYY-MM-DD")
  private @Nullable LocalDate signed;

  @Option(names = "--notice", paramLabel = "FILE")
  private @Nullable Path notice;

  @Option(names = "--accept-ambiguities")
  private boolean acceptAmbiguities;

  @Option(names = "--format", defaultValue = "text", paramLabel = "text|json")
  private Format format;

  private WorkCalendar calendar() throws IOException {
    WorkCalendar china = WorkCalendar.china();
    if (notice == null) {
      return china;
    }
    return switch (HolidayNotice.read(Files.readString(notice))) {
      case HolidayNotice read -> china.with(read);
      case NoticeReading.Refused(var faults) ->
          throw new BadInput(
              String.join("\n", faults.stream().map(fault -> notice + ":" + fault).toList()));
    };
  }

  @Override
  public Integer call() throws IOException {
    Contract contract = ContractInput.of(file);
    PlanInputs inputs = PlanInputs.of(signed, calendar());
    if (acceptAmbiguities) {
      inputs = inputs.decided(contract.ambiguities());
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return switch (ContractPlanner.plan(contract, inputs)) {
      case ContractPlan plan -> {
        out.println(format == Format.json ? PlanText.json(plan) : PlanText.of(plan));
        yield 0;
      }
      case PlanRefused refused -> {
        err.println(Words.say("plan.refused"));
        refused
            .refusals()
            .forEach(refusal ->
                err.println(
                    "  "
                        + (refusal.lines() == null ? "" : refusal.lines().from() + ": ")
                        + Words.choose(refusal.chinese(), refusal.english())));
        err.println(Words.say("plan.refused.remedy"));
        yield Main.BAD_INPUT;
      }
    };
  }
}
