import { Link } from 'react-router';
import { useWords } from '@/shared/i18n';
import { text } from './words';

/** What a piece of evidence is about, `obligation/<id>` and the like, led to where it can be seen. */
export function About({ about }: { about: string }) {
  const t = useWords(text);
  const [kind = '', id = ''] = about.split('/');
  const names: Record<string, [name: string, to: string | null]> = {
    obligation: [t.aboutObligation, null],
    permit: [t.aboutPermit, '/permits'],
    finding: [t.aboutFinding, `/findings/${id}`],
    acceptance: [t.aboutAcceptance, `/acceptances/${id}`],
    run: [t.aboutRun, `/work/runs/${id}`],
    contract: [t.aboutContract, `/contracts/${id}`],
  };
  const known = names[kind];
  if (!known) return <span className="mono">{about}</span>;
  const [name, to] = known;
  return to ? <Link to={to}>{name}</Link> : <span title={about}>{name}</span>;
}
