/// Passkeys: what is asked of an authenticator and how its answer is verified (WebAuthn level 3).
@NullMarked
package org.shouyue.server.tenant.passkey;

import org.jspecify.annotations.NullMarked;
