import { useQuery } from '@tanstack/react-query';
import { Problem, readProblem } from '@/shared/api/problem';
import { Answered } from './Page';
import './paper-view.css';

async function paper(src: string, signal: AbortSignal): Promise<string> {
  let response: Response;
  try {
    response = await fetch(src, { credentials: 'same-origin', signal });
  } catch (failure) {
    if (signal.aborted) throw failure;
    throw new Problem({ status: 0, code: 'unreachable', title: 'unreachable' });
  }
  if (!response.ok) throw readProblem(response.status, await response.text());
  return response.text();
}

/** A rendered document, shut in a frame without scripts, forms or our origin. */
export function PaperView({ src, title }: { src: string; title: string }) {
  const document = useQuery({ queryKey: ['paper', src], queryFn: ({ signal }) => paper(src, signal), staleTime: 60_000 });
  return (
    <Answered of={document} lines={10}>
      {(html) => <iframe className="paper-view" title={title} sandbox="" srcDoc={html} />}
    </Answered>
  );
}
