/// Contracts in force: drafts and decisions, dated obligations, quotas, payments, settlement.
@NullMarked
package org.shouyue.server.agreement;

import org.jspecify.annotations.NullMarked;
