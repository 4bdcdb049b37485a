import { LogoutOutlined, MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Segmented } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { timeToSecond } from '@/shared/format';
import { useLanguage, useWords } from '@/shared/i18n';
import { codeName } from '@/shared/i18n/codes';
import { common } from '@/shared/i18n/common';
import { Bell } from '@/shared/inbox/Bell';
import type { Group, Place } from '@/shared/pages';
import { useChooseLanguage, useMayAll, usePerson, useSigning } from '@/shared/session';
import { useReading, useServerNow } from '@/shared/time/clock';
import { Downloads } from '@/shared/ui/Downloads';
import { useTell } from '@/shared/ui/ProblemPanel';
import { Seal } from '@/shared/ui/Seal';
import { useNarrow } from '@/shared/ui/useNarrow';
import './frame.css';
import { groups, pages } from './pages';
import { text } from './words';

interface Listed extends Pick<Place, 'icon'> {
  to: string;
  name: string;
}

function usePlaces(): { group: Group; title: string | null; places: Listed[] }[] {
  const t = useWords(text);
  const { language } = useLanguage();
  const may = useMayAll();
  return groups
    .map((group) => ({
      group,
      title: group === 'home' ? null : t[group],
      places: pages
        .flatMap(({ path, place }) => (place?.group === group ? [{ ...place, to: `/${path}` }] : []))
        // Administrators who see nothing of any client are not led to where there is nothing to see.
        .filter((place) => (place.may ? may(place.may) : group === 'house' || may('serve')))
        .sort((one, other) => one.order - other.order)
        .map(({ to, name, icon }) => ({ to, name: name[language], icon })),
    }))
    .filter(({ places }) => places.length > 0);
}

function Places({ onGo }: { onGo?: () => void }) {
  const t = useWords(text);
  return (
    <nav className="places" aria-label={t.main}>
      {usePlaces().map(({ group, title, places }) => (
        <div key={group} className="places-group">
          {title && <div className="places-title">{title}</div>}
          <ul>
            {places.map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/'} {...(onGo ? { onClick: onGo } : {})}>
                  <Icon aria-hidden />
                  {name}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Brand() {
  const t = useWords(common);
  return (
    <div className="brand">
      <Seal size={36} />
      <span className="brand-name">{t.product}</span>
    </div>
  );
}

function ServerTime() {
  const t = useWords(text);
  const reading = useReading();
  const now = useServerNow();
  if (!reading) return null;
  return (
    <span className="server-time figures" title={t.zone}>
      {reading.replay && <span className="tag tag-warn">{t.replay}</span>}
      <span className="hidden-label">{t.clock}</span>
      {timeToSecond(now)}
    </span>
  );
}

export function LanguageSwitch() {
  const t = useWords(text);
  const { language } = useLanguage();
  const choose = useChooseLanguage();
  return (
    <Segmented
      size="small"
      aria-label={t.language}
      value={language}
      onChange={choose}
      options={[
        { value: 'zh', label: '中文' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}

/** Everything around a page: where one is, where one can go, who one is, what time it is. */
export function Frame() {
  const t = useWords(text);
  const c = useWords(common);
  const narrow = useNarrow(960);
  const [open, setOpen] = useState(false);
  const place = useLocation().pathname;
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else document.getElementById('page-title')?.focus({ preventScroll: true });
    globalThis.scrollTo?.({ top: 0 });
  }, [place]);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      {narrow ? (
        <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={264} title={<Brand />}>
          <Places onGo={() => setOpen(false)} />
        </Drawer>
      ) : (
        <aside className="side">
          <Brand />
          <Places />
        </aside>
      )}
      <div className="body">
        <header className="bar">
          {narrow && (
            <span className="bar-start">
              <Button type="text" icon={<MenuOutlined />} aria-label={t.menu} onClick={() => setOpen(true)} />
              <Seal size={28} />
            </span>
          )}
          <ServerTime />
          <span className="bar-end">
            <LanguageSwitch />
            <Bell />
            <Who />
          </span>
        </header>
        <main id="content" className="content">
          <Downloads />
          <Suspense fallback={<p aria-busy="true">{c.loading}</p>}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

function Who() {
  const t = useWords(text);
  const { language } = useLanguage();
  const person = usePerson();
  const { signOut } = useSigning();
  const tell = useTell();
  return (
    <span className="who">
      <span className="who-name">
        {person.name}
        <span className="who-role">{codeName('role', person.role, language)}</span>
      </span>
      <Button type="text" icon={<LogoutOutlined />} aria-label={t.signOut} title={t.signOut} onClick={() => void signOut().catch(tell.problem)} />
    </span>
  );
}
