/** `status.AssetStatuses.AssetStatus`: one asset now. */
export interface AssetStatus {
  assetId: string;
  clientId: string;
  clientName: string;
  name: string;
  kind: string;
  address: string;
  state: 'up' | 'down' | 'unknown' | 'unwatched';
  lastAt: string | null;
  millis: number | null;
  note: string | null;
  findings: number;
  tickets: number;
}

/** `status.AssetStatuses.StatusDay`: one day of an asset; the share is a decimal fraction. */
export interface StatusDay {
  day: string;
  probes: number;
  down: number;
  share: string | null;
  millis: number | null;
}
