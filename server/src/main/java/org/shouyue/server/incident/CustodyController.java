package org.shouyue.server.incident;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.signature.DrawnSignature;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Things secured in an incident and the hands that they go through.
@RestController
@RequestMapping("/api/incidents/{id}/items")
class CustodyController {
  private final Custody custody;
  private final RoomView rooms;

  CustodyController(Custody custody, RoomView rooms) {
    this.custody = custody;
    this.rooms = rooms;
  }

  /// @param from where or from whom it was taken
  /// @param how by which means it was taken
  record NewItem(
      String name, @Nullable String note, String from, String how, @Nullable String seal) {
    NewItem {
      new Checks()
          .text("name", name, 150)
          .text("from", from, 200)
          .text("how", how, 500)
          .that(seal == null || seal.length() <= 100, "seal", "must not be longer than 100")
          .done();
    }

    Custody.Collected collected() {
      return new Custody.Collected(
          name.strip(), note == null ? "" : note.strip(), from.strip(), how.strip(), plain(seal));
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room collect(
      @PathVariable UUID id,
      @RequestPart("item") NewItem given,
      @RequestPart("file") MultipartFile file)
      throws IOException {
    new Checks().that(!file.isEmpty(), "file", "must not be empty").done();
    String type = Objects.requireNonNullElse(file.getContentType(), "application/octet-stream");
    var _ = custody.collect(id, given.collected(), type, file.getBytes());
    return rooms.of(id);
  }

  /// @param chain the chain of a contract, or of the client itself
  record Taken(UUID chain, long seq, NewItem item) {
    Taken {
      new Checks().present("chain", chain).present("item", item).done();
    }
  }

  @PostMapping("/taken")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  RoomView.Room take(@PathVariable UUID id, @RequestBody Taken given) {
    var _ = custody.take(id, given.item().collected(), given.chain(), given.seq());
    return rooms.of(id);
  }

  /// @param drawing the receiver's signature, a PNG picture as a data address
  record HandOver(
      String giver, String receiver, String how, @Nullable String seal, String drawing) {
    HandOver {
      new Checks()
          .text("giver", giver, 200)
          .text("receiver", receiver, 200)
          .text("how", how, 500)
          .present("drawing", drawing)
          .done();
    }
  }

  @PostMapping("/{item}/hand-over")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  RoomView.Room handOver(
      @PathVariable UUID id, @PathVariable UUID item, @RequestBody HandOver given) {
    custody.handOver(
        id,
        item,
        new Custody.HandedOver(
            given.giver().strip(),
            given.receiver().strip(),
            given.how().strip(),
            plain(given.seal()),
            DrawnSignature.read(given.drawing())));
    return rooms.of(id);
  }

  @GetMapping("/{item}/verify")
  @AllowedToSignedIn
  Custody.Verified verify(@PathVariable UUID id, @PathVariable UUID item) {
    return custody.verify(id, item);
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
