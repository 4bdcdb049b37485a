package org.shouyue.cli.demo;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/// The people of the demo, each signed in: the provider's manager and engineer, and the client's
/// signatory. Passwords are made for this run alone.
///
/// @param password of all three
record Cast(
    ServerApi manager, ServerApi engineer, ServerApi signatory, String clientId, String password) {

  static final String MANAGER = "admin";
  static final String ENGINEER = "engineer";
  static final String SIGNATORY = "signatory";

  /// A password for this run: 80 random bits in letters and digits.
  static String newPassword() {
    String letters = "abcdefghjkmnpqrstuvwxyz23456789";
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder("demo-");
    for (int at = 0; at < 16; at++) {
      password.append(letters.charAt(random.nextInt(letters.length())));
    }
    return password.toString();
  }

  /// Signs the manager in, sets up the client and its people, and signs those in.
  static Cast assemble(URI server, String password, String clientName) {
    ServerApi manager = ServerApi.signIn(server, MANAGER, password);
    String client = manager.post("/api/clients", Map.of("name", clientName)).path("id").asString();
    person(manager, ENGINEER, "值班工程师", "engineer", password, client);
    person(manager, SIGNATORY, "甲方签字人", "client-signatory", password, client);
    return new Cast(
        ServerApi.signIn(server, MANAGER, password),
        ServerApi.signIn(server, ENGINEER, password),
        ServerApi.signIn(server, SIGNATORY, password),
        client,
        password);
  }

  private static void person(
      ServerApi manager,
      String username,
      String name,
      String role,
      String password,
      String client) {
    manager.post(
        "/api/people",
        Map.of(
            "username", username,
            "name", name,
            "role", role,
            "password", password,
            "clients", List.of(client)));
  }
}
