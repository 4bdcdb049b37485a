/// The promise: what a contract says, as data and time. Imports nothing of ours.
module org.shouyue.contract {
  requires static org.jspecify;
  requires java.xml;
  requires org.apache.pdfbox;
  requires org.apache.pdfbox.io;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports org.shouyue.contract.assist;
  exports org.shouyue.contract.document;
  exports org.shouyue.contract.language;
  exports org.shouyue.contract.calendar;
  exports org.shouyue.contract.plan;
  exports org.shouyue.contract.settlement;
  exports org.shouyue.contract.sla;
  exports org.shouyue.contract.reading;
  exports org.shouyue.contract.score;
  exports org.shouyue.contract;
}
