import type { Advisory, AffectedProduct } from './types';

/** A bulletin as it is being written: lists as people type them. */
export interface Draft {
  title: string;
  severity: string;
  cves: string;
  source: string;
  /** A minute in Shanghai; empty for unknown. */
  issued: string;
  summary: string;
  products: AffectedProduct[];
  advice: string;
  workaround: string;
  references: string;
}

export const emptyDraft: Draft = {
  title: '',
  severity: 'high',
  cves: '',
  source: '',
  issued: '',
  summary: '',
  products: [{ vendor: '', name: '', cpe: '', standing: 'affected', versions: '' }],
  advice: '',
  workaround: '',
  references: '',
};

/** The words of a list, however they are separated. */
const split = (list: string, by: RegExp): string[] =>
  list
    .split(by)
    .map((word) => word.trim())
    .filter(Boolean);

export function toAdvisory(draft: Draft): Advisory {
  return {
    title: draft.title.trim(),
    severity: draft.severity,
    summary: draft.summary.trim(),
    cves: split(draft.cves, /[\s,，、;；]+/),
    products: draft.products.filter((one) => one.name.trim() !== ''),
    advice: draft.advice.trim(),
    workaround: draft.workaround.trim(),
    source: draft.source.trim(),
    references: split(draft.references, /\s+/),
    issuedAt: draft.issued ? new Date(`${draft.issued}:00+08:00`).toISOString() : null,
  };
}

/** The minute in Shanghai that the date field wants. */
const minuteOf = (instant: string): string => new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

export function toDraft(advisory: Advisory): Draft {
  return {
    title: advisory.title,
    severity: advisory.severity,
    cves: advisory.cves.join(' '),
    source: advisory.source,
    issued: advisory.issuedAt ? minuteOf(advisory.issuedAt) : '',
    summary: advisory.summary,
    products: advisory.products,
    advice: advisory.advice,
    workaround: advisory.workaround,
    references: advisory.references.join('\n'),
  };
}
