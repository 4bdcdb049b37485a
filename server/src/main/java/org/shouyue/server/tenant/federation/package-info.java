/// Sign-in by the organisation's own identity provider (OpenID Connect Core 1.0, authorization code
/// flow with PKCE). The one place of this room that opens connections, and only to that provider.
@NullMarked
package org.shouyue.server.tenant.federation;

import org.jspecify.annotations.NullMarked;
