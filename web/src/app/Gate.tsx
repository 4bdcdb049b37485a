import { Navigate, useLocation } from 'react-router';
import { HurdlePage } from '@/features/tenant/HurdlePage';
import { IdleLock } from '@/features/tenant/IdleLock';
import { useSigning } from '@/shared/session';
import { ClockProvider } from '@/shared/time/clock';
import { ProblemPanel } from '@/shared/ui/ProblemPanel';
import { Frame } from './Frame';

/** Lets those in who are signed in; sends the others to sign in and back to where they were going. */
export function Gate() {
  const { session, loading, problem, retry } = useSigning();
  const location = useLocation();
  if (loading) return null;
  if (problem && !session) {
    return (
      <main style={{ padding: 24 }}>
        <ProblemPanel problem={problem} onRetry={retry} />
      </main>
    );
  }
  if (!session) {
    const back = location.pathname + location.search;
    return <Navigate to={back === '/' ? '/sign-in' : `/sign-in?back=${encodeURIComponent(back)}`} replace />;
  }
  if (session.hurdle) return <HurdlePage hurdle={session.hurdle} />;
  const seesNothing = session.person.role === 'system-admin' || session.person.role === 'security-admin';
  if (seesNothing && location.pathname === '/') return <Navigate to="/people" replace />;
  return (
    <ClockProvider>
      <IdleLock minutes={session.lockMinutes ?? 0} />
      <Frame />
    </ClockProvider>
  );
}
