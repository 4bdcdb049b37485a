import { useAssetChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import type { PlanVersion } from './types';
import { text } from './words';

/** A plan in all its parts, as the client reads it. */
export function PlanParts({ version, clientId }: { version: PlanVersion; clientId: string }) {
  const t = useWords(text);
  const assets = useAssetChoices(clientId);
  const { plan } = version;
  const affected = plan.assets.map((id) => assets.find((one) => one.id === id)?.name ?? id.slice(0, 8));
  return (
    <div className="plan-parts">
      {!version.intact && (
        <p role="alert">
          <span className="tag tag-bad">{t.altered}</span>
        </p>
      )}
      <Part title={t.reason} lines={[plan.reason]} />
      <Part title={t.backup} lines={[plan.backup]} />
      <Part title={t.method} lines={[plan.method]} />
      <Part title={t.tools.replace(/[（(].*/, '')} lines={[plan.tools.join('、')]} />
      <h3>{t.steps}</h3>
      <div className="table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t.stepWhat}</th>
              <th scope="col">{t.stepWho}</th>
              <th scope="col">{t.stepWhen}</th>
              <th scope="col">{t.stepExpected}</th>
            </tr>
          </thead>
          <tbody>
            {plan.steps.map((step, index) => (
              <tr key={index}>
                <td className="figures">{index + 1}</td>
                <td>{step.what}</td>
                <td>{step.who}</td>
                <td>{step.when ?? ''}</td>
                <td>{step.expected}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Part title={t.people.replace(/[（(].*/, '')} lines={[plan.people.join('、')]} />
      <Part title={t.risks.replace(/[（(].*/, '')} lines={plan.risks} />
      <Part title={t.rollback} lines={[plan.rollback]} />
      {affected.length > 0 && <Part title={t.assets} lines={[affected.join('、')]} />}
    </div>
  );
}

function Part({ title, lines }: { title: string; lines: string[] }) {
  return (
    <>
      <h3>{title}</h3>
      {lines.map((line, index) => (
        <p key={index} className="pre">
          {line}
        </p>
      ))}
    </>
  );
}
