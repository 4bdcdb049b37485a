package org.shouyue.server.work;

/// One kind of work that the product executes by itself. A room that can do it publishes one bean.
public interface Capability {

  /// Which promise of a contract it keeps.
  org.shouyue.contract.Capability code();

  /// Its name as people read it.
  Name name();

  /// What it needs before it can run.
  Requirements requires();

  /// How often it looks when the promise is to watch without a break.
  ProbeSteps steps();

  /// Does the work once.
  Outcome run(RunContext context) throws InterruptedException;

  /// Looks once more for one thing found earlier. The answer lists it among `found` when it is
  /// still there. Doing the whole work again is always a right answer.
  default Outcome retest(RunContext context, Found earlier) throws InterruptedException {
    return run(context);
  }

  /// A name in both languages.
  record Name(String chinese, String english) {}
}
