import { useAssetChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import type { Content } from './types';
import { text } from './words';

/** What a version says, to read. */
export function ContentView({ client, content }: { client: string; content: Content }) {
  const t = useWords(text);
  const assets = useAssetChoices(client);
  return (
    <div className="stack">
      <section>
        <h3>{t.scope}</h3>
        <p className="pre">{content.scope}</p>
        {content.systems.length > 0 && (
          <p>
            {t.systems}：{content.systems.map((id) => assets.find((asset) => asset.id === id)?.name ?? id.slice(0, 8)).join('、')}
          </p>
        )}
      </section>
      {content.duties.length > 0 && (
        <section>
          <h3>{t.duties}</h3>
          <ul>
            {content.duties.map((duty, place) => (
              <li key={place}>
                {duty.role}：{duty.person} {duty.deputy && `（${t.deputy} ${duty.deputy}）`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {content.contacts.length > 0 && (
        <section>
          <h3>{t.contacts}</h3>
          <ol>
            {content.contacts.map((contact, place) => (
              <li key={place}>
                {contact.name} <span className="mono soft">{[contact.phone, contact.mail].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {content.scenarios.map((scenario, place) => (
        <section key={place}>
          <h3>{scenario.title}</h3>
          <p className="soft">
            {scenario.sign} {t.noticed(scenario.noticeMinutes)}
          </p>
          <ol>
            {scenario.steps.map((step, at) => (
              <li key={at}>
                {step.who}：{step.what} <span className="soft">{t.withinShown(step.withinMinutes)}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {content.annexes.map((annex, place) => (
        <section key={place}>
          <h3>{annex.title}</h3>
          <p className="pre">{annex.text}</p>
        </section>
      ))}
    </div>
  );
}
