package org.shouyue.server.consulting;

/// One control of a protection level, as the self-check asks for it.
///
/// @param clause its number in GB/T 22239-2019, as in `8.1.4.1`
/// @param area the security area it belongs to, as in 安全计算环境
/// @param weight 3 for what attackers use first, 1 for what seldom decides
/// @param asks the question, in our own words
record Control(String clause, String area, String name, int weight, String asks) {}
