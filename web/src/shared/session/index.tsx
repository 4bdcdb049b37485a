import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { carryToken, get, post, remove } from '@/shared/api/http';
import { Problem } from '@/shared/api/problem';
import type { Person, Session } from '@/shared/api/types';
import { keepLanguage, keptLanguage, useLanguage, type Language } from '@/shared/i18n';

export const sessionKey = ['session'];

/** A session, with what must be done before anything else and when its pages lock themselves. */
export interface Admitted extends Session {
  hurdle?: 'locked' | 'password' | 'second-factor' | null;
  /** Minutes without key or pointer; 0 for never. */
  lockMinutes?: number;
}

export interface Credentials {
  username: string;
  password: string;
  code?: string;
}

async function current(signal: AbortSignal): Promise<Admitted | null> {
  try {
    const session = await get<Admitted | undefined>('/session', undefined, signal);
    carryToken(session?.csrf ?? null);
    return session?.person ? session : null;
  } catch (problem) {
    if (problem instanceof Problem && (problem.status === 401 || problem.status === 403)) return null;
    throw problem;
  }
}

/** Nothing of one person is left for the next. */
function forget(queries: QueryClient): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}

interface Signing {
  session: Admitted | null;
  loading: boolean;
  problem: unknown;
  retry: () => void;
  signIn: (credentials: Credentials) => Promise<void>;
  /** Goes on with a session that was opened in another way than by password. */
  enter: (session: Admitted) => void;
  signOut: () => Promise<void>;
}

const SessionContext = createContext<Signing | null>(null);

/** Who is signed in, and the language kept for that person. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { choose } = useLanguage();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => current(signal),
    staleTime: Infinity,
    retry: 1,
  });
  const username = data?.person.username ?? null;
  const locale = data?.locale ?? null;
  useEffect(() => {
    if (!username) return;
    const language = keptLanguage(username) ?? (locale?.startsWith('en') ? 'en' : locale ? 'zh' : null);
    if (language) choose(language);
  }, [username, locale, choose]);

  const signing = useMemo<Signing>(() => {
    const enter = (session: Admitted) => {
      carryToken(session.csrf);
      forget(queries);
      queries.setQueryData(sessionKey, session);
    };
    return {
      session: data ?? null,
      loading: isPending,
      problem: error,
      retry: () => void refetch(),
      async signIn(credentials) {
        enter(await post<Admitted>('/session', credentials));
      },
      enter,
      async signOut() {
        await remove('/session');
        carryToken(null);
        queries.setQueryData(sessionKey, null);
        forget(queries);
      },
    };
  }, [data, isPending, error, refetch, queries]);
  return <SessionContext.Provider value={signing}>{children}</SessionContext.Provider>;
}

export function useSigning(): Signing {
  const signing = useContext(SessionContext);
  if (!signing) throw new Error('no SessionProvider above');
  return signing;
}

/** The person signed in; only below the gate that asks for one. */
export function usePerson(): Person {
  const person = useSigning().session?.person;
  if (!person) throw new Error('nobody is signed in');
  return person;
}

/** Changes the language and keeps it for this person. */
export function useChooseLanguage(): (language: Language) => void {
  const { choose } = useLanguage();
  const { session } = useSigning();
  return (language) => {
    keepLanguage(session?.person.username ?? null, language);
    choose(language);
  };
}

export type Act = 'manage' | 'operate' | 'serve' | 'prove' | 'sign' | 'pay' | 'audit' | 'administer' | 'secure' | 'oversee';

const allowed: Record<Act, Person['role'][]> = {
  manage: ['provider-manager'],
  operate: ['provider-manager', 'engineer'],
  serve: ['provider-manager', 'engineer', 'client-reader', 'client-signatory', 'auditor'],
  prove: ['provider-manager', 'engineer', 'client-signatory', 'auditor'],
  sign: ['client-signatory'],
  pay: ['provider-manager', 'client-signatory'],
  audit: ['provider-manager', 'auditor'],
  administer: ['provider-manager', 'system-admin'],
  secure: ['provider-manager', 'security-admin'],
  oversee: ['provider-manager', 'auditor', 'system-admin', 'security-admin'],
};

/** Whether to offer an act. The server decides for itself. */
export function useMay(act: Act): boolean {
  return allowed[act].includes(usePerson().role);
}

/** The same for acts that are only known later. */
export function useMayAll(): (act: Act) => boolean {
  const { role } = usePerson();
  return (act) => allowed[act].includes(role);
}
