package org.shouyue.server.problem;

/// What is wrong with one field of a request.
///
/// @param field the field's path, as in `targets[0]`
/// @param message what is wrong and what would be right
public record FieldError(String field, String message) {}
