package org.shouyue.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.reading.ContractReader;

/// Which report each promise of a contract asks for, read from the samples' own words. The
/// sentences of contracts 3, 4 and 5 that speak of reports are repeated here.
class ReportChoiceTest {
  @Test
  void readsTheKindsOfTheSamples() throws IOException {
    assertThat(sample("demo-site-and-host")).isEqualTo(Map.of("运维月报", PaperKind.MONTHLY));
    assertThat(sample("cloud-availability")).isEqualTo(Map.of("月度服务报告", PaperKind.MONTHLY));
    assertThat(sample("three-fault-levels")).isEqualTo(Map.of("月度巡检分析报告", PaperKind.MONTHLY));
    assertThat(sample("bilingual-monitoring").values()).containsExactly(PaperKind.MONTHLY);
    assertThat(of("managed-cloud-security"))
        .containsEntry("1.12a", PaperKind.WEEKLY)
        .containsEntry("1.12b", PaperKind.QUARTERLY);
  }

  @Test
  void readsTheWordingsOfTheFiveContracts() {
    assertThat(kind("故障服务报告", "REPORTING", null)).isEqualTo(PaperKind.FAULT);
    assertThat(kind("运维服务月报", "REPORTING", "P1M")).isEqualTo(PaperKind.MONTHLY);
    assertThat(kind("系统运行状况报告", "REPORTING", null)).isEqualTo(PaperKind.SUMMARY);
    assertThat(kind("检测报告", "REPORTING", "P1M")).isEqualTo(PaperKind.MONTHLY);
    assertThat(kind("网站监测报告", "SITE_INDICATORS", "P3M")).isEqualTo(PaperKind.QUARTERLY);
    assertThat(kind("网站监测报告", "SITE_INDICATORS", "R4/P1Y")).isEqualTo(PaperKind.QUARTERLY);
  }

  @Test
  void leavesWorkAloneThatOnlyComesWithAReport() {
    assertThat(kind("安全运营巡检", "INSPECTION", "P1M")).isNull();
    assertThat(kind("季度安全巡检报告", "INSPECTION", "P3M")).isNull();
    assertThat(kind("漏洞扫描", "VULNERABILITY_SCAN", "P1M")).isNull();
    assertThat(kind("应用系统漏洞检测服务", "VULNERABILITY_SCAN", "P3M")).isNull();
  }

  private static Map<String, PaperKind> sample(String name) throws IOException {
    var kinds = new LinkedHashMap<String, PaperKind>();
    items(name).forEach((item, kind) -> kinds.put(item.title(), kind));
    return kinds;
  }

  private static Map<String, PaperKind> of(String name) throws IOException {
    var kinds = new LinkedHashMap<String, PaperKind>();
    items(name).forEach((item, kind) -> kinds.put(item.id(), kind));
    return kinds;
  }

  private static Map<ServiceItem, PaperKind> items(String name) throws IOException {
    var kinds = new LinkedHashMap<ServiceItem, PaperKind>();
    Path file = Path.of("../contract/samples", name + ".txt");
    for (ServiceItem item : new ContractReader().read(Files.readAllLines(file)).services()) {
      PaperKind kind = ReportChoice.of(item);
      if (kind != null) {
        kinds.put(item, kind);
      }
    }
    return kinds;
  }

  private static PaperKind kind(String title, String capability, String frequency) {
    return ReportChoice.of(
        new ServiceItem(
            "1",
            null,
            title,
            title,
            null,
            org.shouyue.contract.Capability.valueOf(capability),
            frequency == null ? null : org.shouyue.contract.Frequency.parse(frequency),
            null,
            null,
            java.util.List.of(),
            java.util.List.of(),
            false));
  }
}
