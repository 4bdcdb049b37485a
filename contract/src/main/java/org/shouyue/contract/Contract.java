package org.shouyue.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that one contract document promises, in the fixed form that `shouyue contract read`
/// prints. Immutable and safe to share between threads.
///
/// @param title the contract's own heading, null when the document has none
/// @param number the contract or procurement number, null when absent or left blank
/// @param client who is served (甲方), null when the document leaves it blank
/// @param provider who serves (乙方), null when the document leaves it blank
/// @param total the price, null when absent or left blank
public record Contract(
    @Nullable String title,
    @Nullable String number,
    @Nullable Party client,
    @Nullable Party provider,
    @Nullable Term term,
    @Nullable Total total,
    List<ServiceItem> services,
    List<ServiceLevel> serviceLevels,
    List<Payment> payments,
    List<Acceptance> acceptances,
    List<Penalty> penalties,
    List<Secrecy> secrecy,
    List<Ambiguity> ambiguities) {

  public Contract {
    services = List.copyOf(services);
    serviceLevels = List.copyOf(serviceLevels);
    payments = List.copyOf(payments);
    acceptances = List.copyOf(acceptances);
    penalties = List.copyOf(penalties);
    secrecy = List.copyOf(secrecy);
    ambiguities = List.copyOf(ambiguities);
  }
}
