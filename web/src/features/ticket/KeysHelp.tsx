import { Button, Modal } from 'antd';
import { useLanguage, useWords, type Language } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { text } from './words';

const keys: [key: string, what: Record<Language, string>][] = [
  ['j / k', { zh: '下一张 / 上一张', en: 'Next / previous' }],
  ['Enter', { zh: '打开', en: 'Open' }],
  ['x', { zh: '选中或取消', en: 'Select or not' }],
  ['/', { zh: '搜索', en: 'Search' }],
  ['n', { zh: '新建工单', en: 'New ticket' }],
  ['?', { zh: '显示这张表', en: 'Show this table' }],
];

/** Which keys do what. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useWords(text);
  const c = useWords(common);
  const { language } = useLanguage();
  return (
    <Modal open title={t.keys} onCancel={onClose} footer={<Button onClick={onClose}>{c.close}</Button>}>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what[language]}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
