import { type ThemeConfig, theme } from 'antd';

/** 跟随系统, 浅色, 深色. */
export const SCHEMES = ['system', 'light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Texts on their grounds have a contrast of at least 4.5 : 1 in both; the colours are those of the chat page. */
const LIGHT: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    colorPrimary: '#0b6b5c',
    colorPrimaryBg: '#dcefe9',
    colorPrimaryBgHover: '#cbe6de',
    colorInfo: '#1a559e',
    colorLink: '#0b6b5c',
    colorLinkHover: '#084c42',
    colorBgLayout: '#f4f5f3',
    colorText: '#1d2321',
    colorTextSecondary: '#4d5551',
    colorTextTertiary: '#59635f',
    colorTextQuaternary: '#5d6763',
    colorTextPlaceholder: '#5d6763',
    colorTextDescription: '#59635f',
    colorTextDisabled: '#6a736f',
    colorError: '#a3241d',
    colorErrorText: '#a3241d',
    colorSuccess: '#17692f',
    colorWarning: '#7d4a00',
    colorSuccessBg: '#e3f4e6',
    colorInfoBg: '#e4eefb',
    colorErrorBg: '#fce8e6',
    colorWarningBg: '#fdf0d9',
  },
  components: { Layout: { headerBg: '#ffffff', siderBg: '#ffffff' } },
};

const DARK: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    colorPrimary: '#7ad3c0',
    colorPrimaryBg: '#1d3f38',
    colorPrimaryBgHover: '#255048',
    colorInfo: '#97c2f7',
    colorLink: '#7ad3c0',
    colorLinkHover: '#a6e4d7',
    colorBgBase: '#141817',
    colorBgLayout: '#101413',
    colorBgContainer: '#1e2423',
    colorBgElevated: '#262d2b',
    colorText: '#e8ecea',
    colorTextSecondary: '#c3cbc8',
    colorTextTertiary: '#a5b0ac',
    colorTextQuaternary: '#a5b0ac',
    colorTextPlaceholder: '#a5b0ac',
    colorTextDescription: '#a5b0ac',
    colorTextDisabled: '#97a29e',
    colorError: '#ffa79e',
    colorErrorText: '#ffa79e',
    colorSuccess: '#86d89a',
    colorWarning: '#f3c57a',
    colorSuccessBg: '#17341f',
    colorInfoBg: '#1a2f4a',
    colorErrorBg: '#46201d',
    colorWarningBg: '#3e2e12',
  },
  components: {
    Layout: { headerBg: '#1e2423', siderBg: '#1e2423' },
    // The brand's colour is a light one in the dark: what stands on it is dark.
    Button: { primaryColor: '#06251f', dangerColor: '#06251f' },
  },
};

const SHARED: ThemeConfig['token'] = {
  borderRadius: 8,
  fontSize: 15,
  controlHeight: 36,
  // What is behind a focus ring must not hide it: browsers draw it, see base.css.
  motionDurationSlow: '0.15s',
  motionDurationMid: '0.1s',
  fontFamily:
    'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
};

export function themeOf(dark: boolean): ThemeConfig {
  const { token, ...rest } = dark ? DARK : LIGHT;
  return { ...rest, token: { ...SHARED, ...token } };
}
