/// Who of the provider's people is on call, found before nobody is; and the watch kept on site in
/// special periods (重保值守), shift by shift.
@NullMarked
package org.shouyue.server.duty;

import org.jspecify.annotations.NullMarked;
