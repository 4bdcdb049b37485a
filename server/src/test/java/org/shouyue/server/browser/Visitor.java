package org.shouyue.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouyue.server.testing.ServerUnderTest;

/// A new person of some role who is signed in before a real browser.
///
/// @param page what they see
record Visitor(Page page) {
  private static final String PASSWORD = "a-long-password";

  /// Whether the web pages are in this build, which `-Dskip.web=true` leaves out.
  static boolean canCome() {
    return Visitor.class.getResource("/META-INF/resources/index.html") != null;
  }

  /// Makes the person and signs them in.
  static Visitor of(ServerUnderTest server, Chromium chromium, String role, UUID client) {
    String username = role + "-" + UUID.randomUUID().toString().substring(0, 8);
    server
        .admin()
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "name", "李明",
                "role", role,
                "password", PASSWORD,
                "clients", List.of(client)))
        .expect(201);
    Page page = chromium.page(server.port());
    page.navigate("/sign-in");
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("button[type=submit]").click();
    Visitor visitor = new Visitor(page);
    page.waitForURL(url -> !url.contains("/sign-in"));
    assertThat(visitor.heading()).isVisible();
    return visitor;
  }

  Visitor go(String path) {
    page.navigate(path);
    return this;
  }

  Locator heading() {
    return page.locator("#page-title");
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator see(String selector) {
    return page.locator(selector);
  }

  Locator labelled(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Visitor fill(String field, String value) {
    page.locator("[name=" + field + "]").fill(value);
    return this;
  }

  /// Chooses from a list that is opened by its label.
  Visitor choose(String label, String option) {
    labelled(label).last().click();
    page.locator(".ant-select-dropdown:visible .ant-select-item-option")
        .filter(new Locator.FilterOptions().setHasText(option))
        .first()
        .click();
    return this;
  }

  /// Types a day or a minute into a field that also opens a calendar.
  Visitor date(String label, String value) {
    labelled(label).fill(value);
    labelled(label).press("Enter");
    return this;
  }

  Visitor upload(Locator input, String name, String text) {
    input.setInputFiles(
        new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /// Says yes to the window that is open, which closes.
  Visitor confirm() {
    accept();
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    return this;
  }

  /// Says yes to the window that is open, which may stay.
  void accept() {
    page.getByRole(AriaRole.DIALOG).last().locator(".ant-modal-footer .ant-btn-primary").click();
  }

  /// A picture for people to look at, when a folder for them is named.
  Visitor shot(String name) {
    String folder = System.getenv("SHOUYUE_SHOTS");
    if (folder != null) {
      page.waitForTimeout(400);
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
    return this;
  }

  /// The same on a phone.
  Visitor narrowShot(String name) {
    page.setViewportSize(390, 844);
    shot(name);
    page.setViewportSize(1280, 900);
    return this;
  }
}
