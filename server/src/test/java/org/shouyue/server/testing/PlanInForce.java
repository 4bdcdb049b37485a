package org.shouyue.server.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An emergency plan that was drafted, reviewed by another person, signed by the client and put in
/// force, all by HTTP.
public final class PlanInForce {
  private PlanInForce() {}

  /// What such a plan says.
  public static Map<String, Object> content(String name) {
    return Map.of(
        "scope",
        name + "发生网络安全事件时的处置",
        "systems",
        List.of(),
        "duties",
        List.of(Map.of("role", "总指挥", "person", "周主任", "deputy", "李副主任")),
        "contacts",
        List.of(Map.of("name", name + "值班室", "phone", "0595-12345678")),
        "scenarios",
        List.of(
            Map.of(
                "title",
                "网站不可用",
                "sign",
                "首页打不开",
                "noticeMinutes",
                15,
                "steps",
                List.of(
                    Map.of("who", "监测岗", "what", "确认故障并报告", "withinMinutes", 20),
                    Map.of("who", "处置岗", "what", "恢复服务", "withinMinutes", 60)))),
        "annexes",
        List.of(Map.of("title", "常用命令", "text", "systemctl status nginx")));
  }

  public static UUID make(ServerUnderTest server, UUID client, UUID contract, String name) {
    String plan =
        "/api/plans/"
            + server
                .admin()
                .post(
                    "/api/plans",
                    Map.of("contractId", contract, "title", name, "content", content(name)))
                .expect(201)
                .text("id");
    server.as("engineer", client).post(plan + "/versions/1/review", Map.of()).expect(200);
    server
        .as("client-signatory", client)
        .post(
            plan + "/versions/1/approve",
            Map.of("name", "周主任", "office", "办公室主任", "drawing", Drawing.SIGNATURE))
        .expect(200);
    server.admin().post(plan + "/versions/1/in-force", Map.of()).expect(200);
    return UUID.fromString(plan.substring("/api/plans/".length()));
  }
}
