import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { get, post } from '@/shared/api/http';
import { time } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { useMayAll, usePerson } from '@/shared/session';
import { ConfirmAct } from '@/shared/ui/ConfirmAct';
import { Answered, Facts, PageHead, Sheet } from '@/shared/ui/Page';
import { useTell } from '@/shared/ui/ProblemPanel';
import './account.css';
import { admin } from './admin-words';
import { PersonForm } from './PersonForm';
import { PersonState } from './PeoplePage';
import type { Outcome, PersonView } from './types';
import { useOutcome } from './useOutcome';

export default function PersonPage() {
  const { id = '' } = useParams();
  const person = useQuery({ queryKey: ['people', id], queryFn: ({ signal }) => get<PersonView>(`/people/${id}`, undefined, signal) });
  return <Answered of={person}>{(one) => <OnePerson person={one} />}</Answered>;
}

function OnePerson({ person }: { person: PersonView }) {
  const t = useWords(admin);
  const { language } = useLanguage();
  return (
    <>
      <PageHead title={person.name} note={<PersonState disabled={person.disabled} once={person.passwordOnce} />} actions={<Acts person={person} />} />
      <Sheet>
        <Facts
          items={[
            [t.username, <span key="username" className="mono">{person.username}</span>],
            [t.role, codeName('role', person.role, language)],
            [t.clients, person.clients.map((client) => client.name).join('、') || '—'],
            [t.mail, person.mail],
            [t.phone, person.phone],
            [t.locale, person.locale === 'en' ? 'English' : '中文'],
            [t.totp, person.totp ? t.yes : t.no],
            [t.forceSecondFactor, person.secondFactor ? t.yes : t.no],
            [t.passwordChanged, time(person.passwordChangedAt)],
            [t.externalSubject, person.externalSubject],
          ]}
        />
      </Sheet>
    </>
  );
}

function Acts({ person }: { person: PersonView }) {
  const t = useWords(admin);
  const may = useMayAll();
  const self = usePerson();
  const tell = useTell();
  const { told, shown } = useOutcome();
  const [editing, setEditing] = useState(false);
  const address = `/people/${person.id}`;
  const act = (deed: string) => async () => told(await post<Outcome>(`${address}/${deed}`));
  return (
    <>
      {may('administer') && (
        <>
          <Button type="primary" onClick={() => setEditing(true)}>
            {t.edit}
          </Button>
          <ConfirmAct label={t.reset} title={t.reset} warning={t.resetWarning} danger={false} act={act('reset-password')} />
          <ConfirmAct label={t.drop} title={t.drop} warning={t.dropWarning} act={act('drop-second-factor')} />
          {person.disabled ? (
            <ConfirmAct label={t.enable} title={t.enable} warning={t.enableWarning} danger={false} act={act('enable')} />
          ) : (
            person.id !== self.id && <ConfirmAct label={t.disable} title={t.disable} warning={t.disableWarning} act={act('disable')} />
          )}
        </>
      )}
      {(may('administer') || may('secure')) && (
        <ConfirmAct
          label={t.unlock}
          title={t.unlock}
          warning={t.unlockWarning}
          danger={false}
          act={async () => {
            await post(`${address}/unlock`);
            tell.done(t.unlocked);
          }}
        />
      )}
      {editing && (
        <PersonForm
          person={person}
          onClose={() => setEditing(false)}
          onDone={(outcome) => {
            setEditing(false);
            void told(outcome);
          }}
        />
      )}
      {shown}
    </>
  );
}
