import { describe, expect, it } from 'vitest';
import { emptyDraft, toAdvisory, toDraft } from './draft';

describe('a draft', () => {
  it('takes lists however they are typed', () => {
    const advisory = toAdvisory({ ...emptyDraft, title: ' t ', cves: 'CVE-2026-1234，CVE-2026-2345 CVE-2026-3456', references: 'https://a.example\n\nhttps://b.example', issued: '2026-03-01T08:00' });

    expect(advisory.title).toBe('t');
    expect(advisory.cves).toEqual(['CVE-2026-1234', 'CVE-2026-2345', 'CVE-2026-3456']);
    expect(advisory.references).toEqual(['https://a.example', 'https://b.example']);
    expect(advisory.issuedAt).toBe('2026-03-01T00:00:00.000Z');
    expect(advisory.products).toEqual([]);
  });

  it('comes back as it was', () => {
    const advisory = toAdvisory({ ...emptyDraft, title: 't', cves: 'CVE-2026-1234', issued: '2026-03-01T08:00', products: [{ vendor: 'v', name: 'n', cpe: '', standing: 'fixed', versions: '1' }] });

    expect(toAdvisory(toDraft(advisory))).toEqual(advisory);
  });
});
