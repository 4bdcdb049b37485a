/// The promise: what a contract says, as data and time. Imports nothing of ours.
module org.shouyue.contract {
  requires static org.jspecify;
  requires tools.jackson.databind;

  exports org.shouyue.contract.calendar;
  exports org.shouyue.contract.reading;
  exports org.shouyue.contract;
}
