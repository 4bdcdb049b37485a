import { App } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { Problem, readProblem } from '@/shared/api/problem';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useTell } from './ProblemPanel';

/** Where a case is asked for, with everything that the refusal told filled in. */
function askAt(refused: Problem): string {
  const told = (name: string) => (typeof refused.more[name] === 'string' ? (refused.more[name] as string) : '');
  const parameters = new URLSearchParams({ tab: 'approvals', ask: told('clientId'), path: told('path'), query: told('query') });
  return `/secrecy/exports?${parameters.toString()}`;
}

function fileName(answer: Response): string {
  const said = answer.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(said)?.[1] ?? 'download';
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.dataset['saved'] = 'true';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Takes every link to a file of the server, wherever it stands: a client may want to be asked first, and then the
 * person is led to where that is done instead of to a page of JSON.
 */
export function Downloads() {
  const t = useWords(common);
  const { modal, notification } = App.useApp();
  const navigate = useNavigate();
  const tell = useTell();
  useEffect(() => {
    const take = async (href: string) => {
      try {
        const answer = await fetch(href, { credentials: 'same-origin' });
        if (!answer.ok) throw readProblem(answer.status, await answer.text());
        save(await answer.blob(), fileName(answer));
        const leftOut = answer.headers.get('Shouyue-Left-Out');
        if (leftOut) notification.warning({ title: t.exportLeftOut(leftOut), description: t.exportLeftOutHint, duration: 10, role: 'alert' });
      } catch (thrown) {
        if (thrown instanceof Problem && thrown.code === 'export-needs-approval') {
          modal.confirm({
            title: t.exportRefused,
            content: thrown.detail ?? t.exportLeftOutHint,
            okText: t.exportAsk,
            cancelText: t.cancel,
            onOk: () => void navigate(askAt(thrown)),
          });
        } else {
          tell.problem(thrown);
        }
      }
    };
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const href = link?.getAttribute('href') ?? '';
      if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (!href.startsWith('/api/') || !isFile(href)) return;
      event.preventDefault();
      void take(href);
    };
    document.addEventListener('click', clicked);
    return () => document.removeEventListener('click', clicked);
  }, [modal, navigate, notification, t, tell]);
  return null;
}

const isFile = (href: string) => /[?&]format=csv|\/file[/?]|\/file$|\/content([?]|$)|\/audit\/export/.test(href);
