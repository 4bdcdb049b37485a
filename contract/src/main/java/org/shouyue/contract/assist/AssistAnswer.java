package org.shouyue.contract.assist;

/// What the endpoint answered.
///
/// @param status of HTTP
/// @param body in UTF-8
public record AssistAnswer(int status, String body) {}
