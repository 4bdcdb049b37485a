package org.shouyue.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouyue.server.testing.ServerUnderTest;
import org.shouyue.server.testing.SignedContract;

/// Opens every page that the menu offers a role: it may read what the page asks for, and nothing
/// stands out over the edge, on a wide screen and on a telephone.
class MenuPagesTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final int TELEPHONE = 390;

  /// Whose pages are looked at on a telephone too: they see nearly all there are.
  private static final String NARROW = "provider-manager";

  /// How long nothing must be asked for until a page has all that it wants, in ms.
  private static final int QUIET = 80;

  private static Chromium chromium;
  private static SignedContract contract;

  private final Set<Request> pending = ConcurrentHashMap.newKeySet();
  private final List<String> refused = new ArrayList<>();

  @BeforeAll
  static void open() {
    assumeTrue(Visitor.canCome(), "the pages were not built (-Dskip.web=true)");
    chromium = new Chromium();
    contract = new SignedContract(SERVER, "云溪县人民政府办公室");
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "provider-manager",
        "engineer",
        "client-reader",
        "client-signatory",
        "auditor",
        "system-admin",
        "security-admin"
      })
  void offersARoleOnlyWhatItMayRead(String role) {
    Page page = Visitor.of(SERVER, chromium, role, contract.client()).page();
    page.onRequest(pending::add);
    page.onRequestFinished(pending::remove);
    page.onRequestFailed(pending::remove);
    page.onResponse(this::note);
    List<String> wide = new ArrayList<>();
    Set<String> places = places(page);

    for (String place : places) {
      page.locator("nav.places a[href='" + place + "']").first().click();
      page.waitForURL("**" + place);
      page.locator("#page-title").waitFor();
      settle(page);
      for (int width : role.equals(NARROW) ? new int[] {TELEPHONE, 1280} : new int[] {1280}) {
        page.setViewportSize(width, 900);
        int over = over(page);
        if (over > 0) {
          wide.add(place + " by " + over + " at " + width);
        }
      }
    }

    assertThat(places).hasSizeGreaterThan(2);
    assertThat(refused).as("refused to a " + role).isEmpty();
    assertThat(wide).as("too wide").isEmpty();
    assertThat(chromium.errors()).isEmpty();
    page.context().close();
  }

  /// By how much the page is wider than the window, when it has had the time to fit itself.
  private static int over(Page page) {
    int over = 0;
    for (int n = 0; n < 20; n++) {
      over =
          ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
      if (over <= 0) {
        return 0;
      }
      page.waitForTimeout(QUIET);
    }
    return over;
  }

  private void note(Response response) {
    if (response.url().contains("/api/") && response.status() >= 400) {
      refused.add(response.status() + " " + response.url());
    }
  }

  private static Set<String> places(Page page) {
    Set<String> places = new TreeSet<>();
    page.locator("nav.places a").all().forEach(link -> places.add(link.getAttribute("href")));
    return places;
  }

  private void settle(Page page) {
    do {
      page.waitForTimeout(QUIET);
    } while (!pending.isEmpty());
  }
}
