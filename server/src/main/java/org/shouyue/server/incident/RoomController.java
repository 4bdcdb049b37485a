package org.shouyue.server.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What people do in an incident room.
@RestController
@RequestMapping("/api/incidents/{id}")
class RoomController {
  private static final int LONGEST = 4_000;

  private final RoomDesk desk;
  private final Tasks tasks;
  private final RoomView rooms;

  RoomController(RoomDesk desk, Tasks tasks, RoomView rooms) {
    this.desk = desk;
    this.tasks = tasks;
    this.rooms = rooms;
  }

  record Membership(UUID personId, RoomRole role) {
    Membership {
      new Checks().present("personId", personId).present("role", role).done();
    }
  }

  @PostMapping("/members")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room call(@PathVariable UUID id, @RequestBody Membership given) {
    desk.call(id, given.personId(), given.role());
    return rooms.of(id);
  }

  @PostMapping("/members/remove")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room release(@PathVariable UUID id, @RequestBody Membership given) {
    desk.release(id, given.personId(), given.role());
    return rooms.of(id);
  }

  record Touched(UUID assetId) {
    Touched {
      new Checks().present("assetId", assetId).done();
    }
  }

  @PostMapping("/assets")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room touch(@PathVariable UUID id, @RequestBody Touched given) {
    desk.touch(id, given.assetId());
    return rooms.of(id);
  }

  /// @param happenedAt null for now
  record NewEntry(@Nullable Instant happenedAt, String text) {
    NewEntry {
      new Checks().text("text", text, LONGEST).done();
    }
  }

  @PostMapping("/entries")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  RoomView.Room write(@PathVariable UUID id, @RequestBody NewEntry given) {
    desk.write(id, given.happenedAt(), given.text().strip());
    return rooms.of(id);
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, LONGEST).done();
    }
  }

  @PostMapping("/entries/{entry}/strike")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room strike(@PathVariable UUID id, @PathVariable UUID entry, @RequestBody Reason given) {
    desk.strike(id, entry, given.reason().strip());
    return rooms.of(id);
  }

  record NewTask(
      Phase stage, String what, String who, @Nullable Instant dueAt, @Nullable UUID assetId) {
    NewTask {
      new Checks()
          .that(
              stage == Phase.CONTAINMENT || stage == Phase.ERADICATION || stage == Phase.RECOVERY,
              "stage",
              "must be containment, eradication or recovery")
          .text("what", what, 500)
          .text("who", who, 100)
          .done();
    }

    Tasks.Given given() {
      return new Tasks.Given(stage, what.strip(), who.strip(), dueAt, assetId);
    }
  }

  @PostMapping("/actions")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room task(@PathVariable UUID id, @RequestBody NewTask given) {
    var _ = tasks.add(id, given.given());
    return rooms.of(id);
  }

  record Result(String result) {
    Result {
      new Checks().text("result", result, LONGEST).done();
    }
  }

  @PostMapping("/actions/{action}/done")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room done(@PathVariable UUID id, @PathVariable UUID action, @RequestBody Result given) {
    tasks.done(id, action, given.result().strip());
    return rooms.of(id);
  }

  @PostMapping("/actions/{action}/drop")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room drop(@PathVariable UUID id, @PathVariable UUID action, @RequestBody Reason given) {
    tasks.drop(id, action, given.reason().strip());
    return rooms.of(id);
  }

  record NewIndicator(IndicatorType type, String value, @Nullable String note) {
    NewIndicator {
      new Checks()
          .present("type", type)
          .text("value", value, 2_000)
          .that(
              type == null || value == null || type.accepts(value.strip()),
              "value",
              "is not of the form that its type has")
          .done();
    }
  }

  @PostMapping("/indicators")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room indicate(@PathVariable UUID id, @RequestBody NewIndicator given) {
    String note = given.note() == null ? "" : given.note().strip();
    desk.indicate(id, given.type(), given.type().plain(given.value()), note);
    return rooms.of(id);
  }

  /// @param toldAt null for now
  record NewWord(@Nullable Instant toldAt, String receiver, String channel, String text) {
    NewWord {
      new Checks()
          .text("receiver", receiver, 200)
          .text("channel", channel, 40)
          .text("text", text, LONGEST)
          .done();
    }
  }

  @PostMapping("/words")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room told(@PathVariable UUID id, @RequestBody NewWord given) {
    desk.told(id, given.toldAt(), given.receiver(), given.channel(), given.text());
    return rooms.of(id);
  }

  /// @param receipt what the authority answered: a name, a number
  record Reported(@Nullable Instant toldAt, String channel, String receipt) {
    Reported {
      new Checks().text("channel", channel, 40).text("receipt", receipt, 500).done();
    }
  }

  @PostMapping("/duties/{duty}/told")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room reported(
      @PathVariable UUID id, @PathVariable String duty, @RequestBody Reported given) {
    desk.reported(id, duty, given.toldAt(), given.channel(), given.receipt());
    return rooms.of(id);
  }

  record NewFollowUp(String title, @Nullable String body) {
    NewFollowUp {
      new Checks().text("title", title, 200).done();
    }
  }

  @PostMapping("/follow-ups")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room followUp(@PathVariable UUID id, @RequestBody NewFollowUp given) {
    var _ = tasks.followUp(id, given.title().strip(), given.body() == null ? "" : given.body());
    return rooms.of(id);
  }
}
