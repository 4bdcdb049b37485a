/// Asks a language model of the user's choice for a second look at a contract that was read. It
/// only proposes: a proposal changes nothing until a person takes it over. Off unless the caller
/// names an endpoint; opens no connection itself.
@NullMarked
package org.shouyue.contract.assist;

import org.jspecify.annotations.NullMarked;
