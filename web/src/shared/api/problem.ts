/** One field that the server did not accept. */
export interface FieldError {
  field: string;
  message: string;
}

/** An answer of the server that says why not (RFC 9457), or what stands in for one when nobody answered. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
  readonly remedy: string | null;
  readonly errors: FieldError[];
  /** Everything that the server's answer holds. */
  readonly more: Record<string, unknown>;

  constructor(parts: {
    status: number;
    code: string;
    title: string;
    detail?: string | null;
    remedy?: string | null;
    errors?: FieldError[];
    more?: Record<string, unknown>;
  }) {
    super(parts.detail ? `${parts.title}: ${parts.detail}` : parts.title);
    this.name = 'Problem';
    this.status = parts.status;
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail ?? null;
    this.remedy = parts.remedy ?? null;
    this.errors = parts.errors ?? [];
    this.more = parts.more ?? {};
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { field, message } = entry as Record<string, unknown>;
    return typeof message === 'string' ? [{ field: typeof field === 'string' ? field : '', message }] : [];
  });
}

/** Reads a problem document; whatever is missing or malformed falls back to the status. */
export function readProblem(status: number, body: string): Problem {
  let parsed: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null) parsed = value as Record<string, unknown>;
  } catch {
    // Not JSON: a proxy's page, or nothing at all. The status is what we know.
  }
  return new Problem({
    status,
    code: text(parsed['code']) ?? `http-${status}`,
    title: text(parsed['title']) ?? `HTTP ${status}`,
    detail: text(parsed['detail']),
    remedy: text(parsed['remedy']),
    more: parsed,
    errors: fieldErrors(parsed['errors']),
  });
}

/** Whatever was thrown, as a problem. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem({
    status: 0,
    code: 'unexpected',
    title: thrown instanceof Error ? thrown.message : String(thrown),
  });
}
