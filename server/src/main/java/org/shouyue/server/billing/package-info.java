/// Money between client and provider: when which invoice is due, who is to be reminded, which
/// breaches were declared, and the settlement that both sides confirm.
@NullMarked
package org.shouyue.server.billing;

import org.jspecify.annotations.NullMarked;
