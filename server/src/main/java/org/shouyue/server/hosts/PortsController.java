package org.shouyue.server.hosts;

import java.util.UUID;
import org.shouyue.contract.Capability;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.work.Memories;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The ports of a host and how they changed.
@RestController
@RequestMapping("/api/hosts")
class PortsController {
  private final Assets assets;
  private final Memories memories;
  private final JsonMapper json;

  PortsController(Assets assets, Memories memories, JsonMapper json) {
    this.assets = assets;
    this.memories = memories;
    this.json = json;
  }

  @GetMapping("/{assetId}/ports")
  @AllowedToSignedIn
  PortMemory ports(@PathVariable UUID assetId) {
    Asset host = assets.find(assetId).orElseThrow(() -> Problem.notFound("asset", assetId));
    PortMemory memory = PortMemory.read(json, memories.of(host.id(), Capability.PORT_WATCH));
    if (memory == null) {
      throw Problem.conflict("not-looked-yet", "还没有采集过这台主机的端口；等第一次采集完成后再看");
    }
    return memory;
  }
}
