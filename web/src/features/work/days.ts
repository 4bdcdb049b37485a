/** The instant at which a day of Shanghai begins. Its offset has not changed since 1991. */
export function dayBegins(day: string | undefined): string | null {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

/** The instant at which a day of Shanghai is over. */
export function dayEnds(day: string | undefined): string | null {
  const begins = dayBegins(day);
  return begins ? new Date(Date.parse(begins) + 86_400_000).toISOString() : null;
}
