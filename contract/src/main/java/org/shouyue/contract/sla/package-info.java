/// Service level clocks: pure functions from what happened to a ticket to when it is due. Nothing
/// is stored and added up; every reading is computed from the whole event log, a pinned clause and
/// a pinned calendar.
@NullMarked
package org.shouyue.contract.sla;

import org.jspecify.annotations.NullMarked;
