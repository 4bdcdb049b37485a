/// The plan: what a contract in force owes, with dates. Pure functions from a contract, its day of
/// signature and a pinned calendar to obligations, rules, quotas, payments and acceptances.
@NullMarked
package org.shouyue.contract.plan;

import org.jspecify.annotations.NullMarked;
