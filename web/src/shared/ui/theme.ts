import type { ThemeConfig } from 'antd';

/** Ink on paper, cinnabar for what needs somebody. Contrast of text on its ground is at least 4.5:1. */
export const palette = {
  ink: '#1d3a5f',
  inkDeep: '#14263f',
  inkSoft: '#e6ecf3',
  text: '#1b2635',
  textSoft: '#4d5b6c',
  paper: '#f6f5f1',
  sheet: '#ffffff',
  line: '#dcdcd3',
  lineStrong: '#bfc5c9',
  cinnabar: '#a8321f',
  cinnabarSoft: '#fbece8',
  jade: '#2c6e52',
  jadeSoft: '#e5f1ea',
  amber: '#8a5a0b',
  amberSoft: '#fbf1dc',
  mist: '#c9d2db',
} as const;

/** What became of an obligation, as a colour that is the same everywhere. */
export const outcomeColor = {
  kept: '#3c8a68',
  late: '#d9982b',
  missed: '#b8402b',
  upcoming: '#d3dae1',
} as const;

export const sans =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';
export const serif =
  '"Noto Serif SC", "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: palette.ink,
    colorInfo: palette.ink,
    colorLink: '#1c4f8f',
    colorError: palette.cinnabar,
    colorWarning: palette.amber,
    colorSuccess: palette.jade,
    colorText: palette.text,
    colorTextSecondary: palette.textSoft,
    colorTextTertiary: '#5d6a79',
    colorTextDescription: palette.textSoft,
    colorTextPlaceholder: '#6b7683',
    colorBgLayout: palette.paper,
    colorBorder: palette.lineStrong,
    colorBorderSecondary: palette.line,
    borderRadius: 4,
    borderRadiusLG: 6,
    borderRadiusSM: 3,
    fontFamily: sans,
    fontSize: 14,
    controlHeight: 36,
    wireframe: false,
    boxShadowTertiary: 'none',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      headerBg: '#f1f0ea',
      headerColor: palette.textSoft,
      headerSplitColor: 'transparent',
      rowHoverBg: '#f7f8fa',
      rowSelectedBg: palette.inkSoft,
      rowSelectedHoverBg: '#dbe4ee',
      cellPaddingBlock: 12,
      cellPaddingInlineMD: 12,
    },
    Tabs: { inkBarColor: palette.cinnabar, itemSelectedColor: palette.inkDeep, titleFontSize: 15 },
    Card: { headerFontSize: 15 },
    Menu: { itemBorderRadius: 4 },
    Tag: { defaultBg: '#f1f0ea' },
  },
};
