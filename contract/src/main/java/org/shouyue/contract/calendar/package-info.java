/// Working time: which days are worked, which hours, and how far a limit reaches. A calendar is an
/// immutable value with a version made from its contents, so that every computed date can name the
/// exact calendar that it stands on.
@NullMarked
package org.shouyue.contract.calendar;

import org.jspecify.annotations.NullMarked;
