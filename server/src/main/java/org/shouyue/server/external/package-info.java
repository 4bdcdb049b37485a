/// Findings of others: notices from higher authorities and exposure boards, taken in, fixed,
/// retested and answered by the day that the authority set (contract 1 §2-18, contract 4 §1.3.2).
@NullMarked
package org.shouyue.server.external;

import org.jspecify.annotations.NullMarked;
