import { Link } from 'react-router';
import type { EvidenceRef } from '@/shared/api/types';

/** The pieces of evidence behind something, by their number in the chain. */
export function EvidenceLinks({ contractId, evidence, most = 3 }: { contractId: string; evidence: EvidenceRef[] | null | undefined; most?: number }) {
  if (!evidence || evidence.length === 0) return <span className="soft">—</span>;
  const shown = evidence.slice(0, most);
  return (
    <span className="row">
      {shown.map((item) => (
        <Link key={item.seq} to={`/evidence/${contractId}/${item.seq}`} title={item.digest}>
          #{item.seq} {item.name}
        </Link>
      ))}
      {evidence.length > shown.length && <span className="soft">+{evidence.length - shown.length}</span>}
    </span>
  );
}
