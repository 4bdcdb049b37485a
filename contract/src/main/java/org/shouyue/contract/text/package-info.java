/// The small words of Chinese contracts: widths, numerals, money, shares, spans of time, days.
@NullMarked
package org.shouyue.contract.text;

import org.jspecify.annotations.NullMarked;
