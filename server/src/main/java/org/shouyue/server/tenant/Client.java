package org.shouyue.server.tenant;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.outgoing.OfNoClient;

/// An organisation that is served (甲方).
///
/// @param zone where their days begin and end
/// @param office when they work; null for the calendar's usual hours
@OfNoClient
public record Client(UUID id, String name, ZoneId zone, @Nullable OfficeHours office) {}
