package org.shouyue.contract.reading;

import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Frequency;

/// A cycle found in a text: 每季度一次, 4次/年, 隔天.
///
/// @param atMost the ceiling of a quota, null when it is none
/// @param counted whether a number of times is written beside the period
record Cycle(Frequency frequency, @Nullable Integer atMost, boolean counted, int start, int end) {}
