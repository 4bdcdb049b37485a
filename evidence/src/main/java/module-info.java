/// What was done, kept so that it can be shown: files by their content, a chain of records, signed
/// packages that anybody can verify offline.
module org.shouyue.evidence {
  requires static org.jspecify;
  requires tools.jackson.databind;
  requires org.bouncycastle.provider;

  exports org.shouyue.evidence;
}
