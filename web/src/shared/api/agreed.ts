// Holds the names in types.ts against the server's own description (openapi.json, `npm run api`):
// a field that the server no longer sends is a compile error here, named in the message.
import type { components } from './schema';
import type {
  Acceptance, AcceptanceItem, AcceptanceRow, AmbiguityView, Asset, AuditEntry, CalendarDay, Charge, ContractItem,
  ContractView, Credit, EvidenceItem, Explained, Finding, Instalment, KillSwitch, ListedPerson, Obligation, PaymentMade,
  Permit, Person, Refusal, Report, Run, ServerClock, ServiceView, Session, Settlement, SettlementLine, Ticket, TicketClock,
  TicketEvent, Verification,
} from './types';

type Server = components['schemas'];
type Of<Name extends string> = `org.shouyue.server.${Name}` extends keyof Server ? Server[`org.shouyue.server.${Name}`] : never;
type Unsent<Mine, Theirs> = [Theirs] extends [never] ? 'no such schema' : Exclude<keyof Mine, keyof Theirs>;

type Differences =
  | Unsent<Session, Of<'tenant.SessionController.SignedIn'>>
  | Unsent<Person, Of<'tenant.SessionController.SignedInPerson'>>
  | Unsent<ListedPerson, Of<'tenant.People.Listed'>>
  | Unsent<ServerClock, Of<'work.ClockController.ClockPage'>>
  | Unsent<ContractItem, Of<'agreement.ContractViews.ContractItem'>>
  | Unsent<ContractView, Of<'agreement.ContractsController.ContractPage'>>
  | Unsent<AmbiguityView, Of<'agreement.ContractsController.AmbiguityItem'>>
  | Unsent<ServiceView, Of<'agreement.ContractViewsController.ServicePage'>>
  | Unsent<CalendarDay, Of<'agreement.ContractViews.Day'>>
  | Unsent<Obligation, Of<'agreement.ObligationViews.ObligationItem'>>
  | Unsent<Settlement, Of<'agreement.Settlements.SettlementView'>>
  | Unsent<SettlementLine, Of<'agreement.Settlements.Line'>>
  | Unsent<Explained, Of<'agreement.Settlements.Line'>>
  | Unsent<Instalment, Of<'agreement.Settlements.Instalment'>>
  | Unsent<PaymentMade, Of<'agreement.Payments.PaymentMade'>>
  | Unsent<Charge, Of<'agreement.Settlements.Charge'>>
  | Unsent<Credit, Of<'agreement.Settlements.Credit'>>
  | Unsent<Run, Of<'work.RunsController.RunItem'>>
  | Unsent<Finding, Of<'finding.FindingsController.FindingPage'>>
  | Unsent<Ticket, Of<'ticket.TicketViews.TicketPage'>>
  | Unsent<TicketClock, Of<'ticket.TicketViews.ClockItem'>>
  | Unsent<TicketEvent, Of<'ticket.TicketViews.HistoryItem'>>
  | Unsent<Asset, Of<'asset.Asset'>>
  | Unsent<Permit, Of<'asset.PermitRecord'>>
  | Unsent<KillSwitch, Of<'asset.KillSwitch.State'>>
  | Unsent<Refusal, Of<'asset.Refusals.Listed'>>
  | Unsent<EvidenceItem, Of<'evidence.EvidenceRecord'>>
  | Unsent<Verification, Of<'evidence.EvidenceLog.Verified'>>
  | Unsent<Report, Of<'report.Reports.Line'>>
  | Unsent<AcceptanceItem, Of<'acceptance.Acceptances.Line'>>
  | Unsent<Acceptance, Of<'acceptance.AcceptanceViews.Detail'>>
  | Unsent<AcceptanceRow, Of<'acceptance.AcceptanceViews.Clause'>>
  | Unsent<AuditEntry, Of<'audit.AuditEntry'>>;

type Nothing<T extends never> = T;

/** Compiles only while there is no difference. */
export type Agreed = Nothing<Differences>;
