import { words } from '@/shared/i18n';

export const text = words(
  {
    title: '报告',
    note: '月度报告按合同条款逐条列出当月履约，附证据编号。',
    none: '还没有报告',
    noneHint: '选择合同与月份，生成一份月度报告。',
    make: '生成报告',
    makeTitle: '生成月度报告',
    month: '月份',
    made: '报告已生成',
    created: '生成时间',
    files: '下载',
    view: '预览',
    frame: '报告预览',
  },
  {
    title: 'Reports',
    note: 'The monthly report lists delivery clause by clause, with evidence numbers.',
    none: 'No reports yet',
    noneHint: 'Choose a contract and a month to make a monthly report.',
    make: 'Make a report',
    makeTitle: 'Make a monthly report',
    month: 'Month',
    made: 'The report is made',
    created: 'Made at',
    files: 'Download',
    view: 'Preview',
    frame: 'Preview of the report',
  },
);
