package org.shouyue.server.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as other rooms know them.
///
/// @param locale the language they read, `zh-CN` or `en`
/// @param mail where mail reaches them; null when unknown
/// @param phone where calls and short messages reach them, as entered; null when unknown
public record PersonCard(
    UUID id,
    String username,
    String name,
    Role role,
    String locale,
    @Nullable String mail,
    @Nullable String phone) {}
