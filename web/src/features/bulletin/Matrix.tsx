import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { address, post } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeChoices } from '@/shared/i18n/codes';
import { useMay } from '@/shared/session';
import { useServerNow } from '@/shared/time/clock';
import { AskAct } from '@/shared/ui/AskAct';
import { Empty, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import { StateTag } from '@/shared/ui/StateTag';
import type { AssetLine, Bulletin, ClientLine, Sending } from './types';
import { text } from './words';

/** Whom a bulletin concerns: client by client, asset by asset, with the ticket and the acknowledgement. */
export function Matrix({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords(text);
  const shown = bulletin.lines.filter((line) => line.sending !== null || line.assets.length > 0);
  const unlisted = bulletin.lines.filter((line) => !shown.includes(line)).reduce((sum, line) => sum + line.unlisted, 0);
  return (
    <Sheet title={bulletin.preview ? t.preview : t.matrix} extra={<span className="soft">{bulletin.preview ? t.previewNote : t.matched}</span>} flush>
      {shown.length === 0 ? (
        <Empty title={t.nobody} hint={unlisted > 0 ? `${t.nobodyHint} ${t.unlisted(unlisted)}。` : t.nobodyHint} />
      ) : (
        <>
          {shown.map((line) => (
            <ClientBlock key={line.clientId} bulletin={bulletin} line={line} />
          ))}
          {unlisted > 0 && <p className="sheet-body soft">{t.unlisted(unlisted)}</p>}
        </>
      )}
    </Sheet>
  );
}

function ClientBlock({ bulletin, line }: { bulletin: Bulletin; line: ClientLine }) {
  const t = useWords(text);
  return (
    <section className="bulletin-client" aria-label={line.client}>
      <div className="row-spread">
        <h3>{line.client}</h3>
        {!bulletin.preview && (line.sending ? <Acknowledgement sending={line.sending} /> : <span className="soft">{t.notSent}</span>)}
      </div>
      {line.assets.length > 0 && (
        <ul className="bulletin-assets">
          {line.assets.map((asset) => (
            <AssetRow key={asset.assetId} bulletin={bulletin} asset={asset} />
          ))}
        </ul>
      )}
      {line.unlisted > 0 && <p className="soft">{t.unlisted(line.unlisted)}</p>}
    </section>
  );
}

function Acknowledgement({ sending }: { sending: Sending }) {
  const t = useWords(text);
  const now = useServerNow();
  const late = !sending.acknowledgedAt && !sending.withdrawnAt && new Date(sending.dueAt).getTime() < now;
  return (
    <span className="row">
      <span className="soft figures">
        {t.sentAt} {time(sending.sentAt)} · {t.version(sending.version)}
      </span>
      {sending.acknowledgedAt ? (
        <span className="tag tag-good">
          {t.acknowledged} {time(sending.acknowledgedAt)} {sending.acknowledgedBy}
        </span>
      ) : (
        !sending.withdrawnAt && (
          <span className={`tag ${late ? 'tag-bad' : 'tag-warn'}`}>
            {late ? t.overdue : t.unacknowledged} · {t.due} {time(sending.dueAt)}
          </span>
        )
      )}
      {sending.reminded > 0 && !sending.acknowledgedAt && <span className="soft">{t.reminded(sending.reminded)}</span>}
      {sending.remark && <span>“{sending.remark}”</span>}
      {sending.paperId && (
        <a href={address(`/reports/${sending.paperId}/file`, { as: 'pdf' })} download>
          {t.paper}
        </a>
      )}
      {sending.obligationId && <Link to={`/obligations/${sending.obligationId}`}>{t.obligation}</Link>}
    </span>
  );
}

function AssetRow({ bulletin, asset }: { bulletin: Bulletin; asset: AssetLine }) {
  const t = useWords(text);
  const { language } = useLanguage();
  const operates = useMay('operate');
  const tell = useTell();
  const queries = useQueryClient();
  return (
    <li>
      <span>
        <strong>{asset.asset}</strong>
        <span className="soft"> {asset.product}</span>
      </span>
      <span>
        <StateTag kind="bulletinOutcome" code={asset.outcome} />
      </span>
      <span className="soft">{asset.judgedBy ? `${asset.why}（${t.judgedBy(asset.judgedBy)}）` : asset.why}</span>
      <span className="row">
        {asset.ticketId ? (
          <>
            <Link to={`/tickets/${asset.ticketId}`} className="mono">
              {asset.ticket}
            </Link>
            <StateTag kind="ticket" code={asset.ticketState} />
          </>
        ) : (
          !bulletin.preview && asset.outcome === 'affected' && <span className="tag tag-warn">{t.noTicket}</span>
        )}
        {operates && bulletin.state === 'published' && asset.outcome !== 'not-affected' && (
          <AskAct
            label={t.judge}
            title={`${t.judge}：${asset.asset}`}
            button={{ size: 'small' }}
            fields={[
              { name: 'outcome', label: t.judgement, kind: 'select', options: codeChoices('bulletinOutcome', language).filter((one) => one.value !== 'unknown') },
              { name: 'why', label: t.judgeWhy, kind: 'area' },
            ]}
            act={async (entered) => {
              await post(`/bulletins/${bulletin.id}/assets/${asset.assetId}/judge`, entered);
              tell.done(t.judged);
              await queries.invalidateQueries();
            }}
          />
        )}
      </span>
    </li>
  );
}
