/** Where to go after signing in: a page of ours, never an address that somebody slipped in. */
export function safeBack(back: string | null): string {
  if (!back || !back.startsWith('/') || back.startsWith('//') || back.includes('\\') || back.startsWith('/sign-in')) {
    return '/';
  }
  return back;
}
