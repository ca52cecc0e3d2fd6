import { existsSync } from 'node:fs';

/** A font file with the name of the family that it draws. */
export interface ChartFont {
  readonly file: string;
  readonly family: string;
}

/** Chinese fonts by where systems keep them: Debian's packages fonts-wqy-microhei, -zenhei and fonts-noto-cjk, Windows, macOS. */
const KNOWN: readonly ChartFont[] = [
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', family: 'Noto Sans CJK SC' },
  { file: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc', family: 'WenQuanYi Micro Hei' },
  { file: '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc', family: 'WenQuanYi Zen Hei' },
  { file: 'C:/Windows/Fonts/msyh.ttc', family: 'Microsoft YaHei' },
  { file: 'C:/Windows/Fonts/simhei.ttf', family: 'SimHei' },
  { file: '/System/Library/Fonts/PingFang.ttc', family: 'PingFang SC' },
  { file: '/System/Library/Fonts/STHeiti Light.ttc', family: 'Heiti SC' },
];

/** What to install where there is none. */
export const FONT_ADVICE =
  '没有找到中文字体，报告里用表格代替图。要有图，请装中文字体（Debian：apt install fonts-wqy-microhei）';

/** The first Chinese font that is there; null where none is. */
export function chineseFont(): ChartFont | null {
  return KNOWN.find(({ file }) => existsSync(file)) ?? null;
}
