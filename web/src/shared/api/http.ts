import { Problem, readProblem } from './problem';

export type Query = Record<string, string | number | boolean | null | undefined>;

let csrf: string | null = null;

/** The token that every changing request carries; given by the session. */
export function carryToken(token: string | null): void {
  csrf = token;
}

/** The address of an API resource, empty parameters left out. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const written = parameters.toString();
  return `/api${path}${written ? `?${written}` : ''}`;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem({ status: 0, code: 'unreachable', title: 'unreachable' });
  }
  if (!response.ok) throw readProblem(response.status, await response.text());
  return response;
}

async function body<T>(response: Response): Promise<T> {
  const written = await response.text();
  return (written === '' ? undefined : JSON.parse(written)) as T;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return body<T>(
    await send(address(path, query), { headers: { Accept: 'application/json' }, ...(signal ? { signal } : {}) }),
  );
}

async function change<T>(method: string, path: string, content?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (csrf) headers['X-Shouyue-Csrf'] = csrf;
  const form = content instanceof FormData;
  if (content !== undefined && !form) headers['Content-Type'] = 'application/json';
  const init: RequestInit = { method, headers };
  if (content !== undefined) init.body = form ? content : JSON.stringify(content);
  return body<T>(await send(address(path), init));
}

export const post = <T>(path: string, content?: unknown): Promise<T> => change<T>('POST', path, content);
export const put = <T>(path: string, content?: unknown): Promise<T> => change<T>('PUT', path, content);
export const remove = <T>(path: string): Promise<T> => change<T>('DELETE', path);
