package org.shouyue.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.shouyue.contract.Contract;
import org.shouyue.contract.document.DocumentReader;
import org.shouyue.contract.reading.ContractReader;
import tools.jackson.databind.JsonNode;

/// The whole demo: scenery, server, contract, year, package.
public final class Demo {

  private final DemoSettings settings;
  private final Teller teller;

  private Demo(DemoSettings settings, PrintWriter out) {
    this.settings = settings;
    this.teller = new Teller(out, settings.chinese());
  }

  /// Runs the demo and tells it.
  ///
  /// @param out what happens, as it happens
  /// @throws DemoFailed when it could not be brought to its end
  public static void run(DemoSettings settings, PrintWriter out) {
    new Demo(settings, out).run();
  }

  private void run() {
    Contract contract =
        new ContractReader().read(new DocumentReader().read(settings.contract()).lines());
    TermOfDemo term = TermOfDemo.of(contract);
    String password = Cast.newPassword();
    Path home = folder(settings.home());
    try (Scenery scenery = Scenery.raise(term.start(), Duration.ofDays(150))) {
      Path anchor = home.resolve("demo-authority.pem");
      scenery.writeTrustAnchor(anchor);
      teller.step("启动服务器", "Starting the server");
      try (ServerProcess server =
          ServerProcess.start(
              settings.installation(),
              environment(home, anchor, term, password),
              home.resolve("server.log"))) {
        deliver(contract, term, scenery, server, password);
        stayUp(server, password);
      }
    }
  }

  private Map<String, String> environment(
      Path home, Path anchor, TermOfDemo term, String password) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SHOUYUE_HOME", home.resolve("data").toString());
    environment.put("SHOUYUE_PORT", String.valueOf(settings.port()));
    environment.put("SHOUYUE_CLOCK", "replay:" + term.start().minus(Duration.ofDays(1)));
    environment.put("SHOUYUE_ADMIN_PASSWORD", password);
    environment.put("SHOUYUE_TRUST", anchor.toString());
    return environment;
  }

  private void deliver(
      Contract contract, TermOfDemo term, Scenery scenery, ServerProcess server, String password) {
    String client = contract.client() == null ? "演示甲方" : contract.client().name();
    Cast cast = Cast.assemble(server.address(), password, client);
    ContractSigning signing = new ContractSigning(cast, teller);
    teller.step(
        "读取合同 " + settings.contract().getFileName(),
        "Reading the contract " + settings.contract().getFileName());
    signing.enterAssets(scenery.sitePort());
    signing.permit(term.start().minus(Duration.ofDays(1)), term.end().plus(Duration.ofDays(60)));
    JsonNode inForce = signing.putInForce(signing.read(settings.contract(), term), term.from());
    String id = inForce.path("id").asString();
    Ending ending = new Ending(cast, teller, id);
    ending.tellContract();
    teller.step(
        "交付 " + term.from() + " 至 " + term.to(), "Delivering " + term.from() + " to " + term.to());
    YearOfService year = new YearOfService(cast, scenery, teller, term, id);
    int runs = year.deliver();
    teller.step("验收与结算", "Acceptance and settlement");
    String acceptance = year.conclude();
    PackageCheck.tell(ending.conclude(acceptance, runs, settings.home()), teller);
  }

  private void stayUp(ServerProcess server, String password) {
    if (settings.once()) {
      return;
    }
    teller.step("页面已就绪，按 Ctrl-C 结束", "The pages are up; Ctrl-C ends them");
    teller.tell("   " + server.address());
    teller.tell(
        "   "
            + teller.choose("账号 ", "accounts ")
            + String.join(", ", Cast.MANAGER, Cast.ENGINEER, Cast.SIGNATORY)
            + teller.choose("，密码 ", ", password ")
            + password);
    try {
      server.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path folder(Path home) {
    try {
      return Files.createDirectories(home);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
