import { channelSettings, fileSettings, type Setting } from './reference.js';

const HEAD = `## 清单助手的配置文件，列出全部设置。每一项都可以不写，不写就是默认值；要改的，去掉行首的「# 」再改。
## 用环境变量 QINGDAN_CONFIG 指明这个文件。密钥不写在这里，写在环境变量或单独的文件里。
## 每项的说明也见 docs/configuration.md；这个文件由 qingdan config --example 写出。
`;

/** Stands where only the operator knows the value. */
const TO_FILL_IN = '请填写';

/** The configuration file with every setting, each commented out, with its default or an example. */
export async function exampleFile(): Promise<string> {
  const channels = await channelSettings();
  return [
    HEAD,
    ...fileSettings().map((setting) => `${entry(setting, '').join('\n')}\n`),
    '# # 渠道：写出来的就启用（enabled: false 为停用）；各渠道怎样申请和设置见 docs/channels',
    '# channels:',
    ...channels.flatMap(([name, settings]) => [
      `#   ${name}:`,
      ...settings.flatMap((setting) => entry(setting, '    ')),
    ]),
    '',
  ].join('\n');
}

/** Lines of a setting, its words above it. */
function entry(setting: Setting, indent: string): string[] {
  const { key, what, parts, isList, isSecret, variable } = setting;
  const words = `# ${indent}# ${what}${isSecret ? `。密钥：另存一个文件，或用环境变量 ${variable}` : ''}`;
  if (isSecret) return [words, `# ${indent}${key}File: ${TO_FILL_IN}`];
  if (parts.length === 0) return [words, `# ${indent}${key}: ${written(setting)}`];
  const within = parts.flatMap((part) => entry(part, `${indent}  ${isList ? '  ' : ''}`));
  if (!isList) return [words, `# ${indent}${key}:`, ...within];
  // The first setting of an entry of the list bears its dash.
  const first = within.findIndex((line) => !/^#\s+#/u.test(line));
  const dashed = within.map((line, at) =>
    at === first ? line.replace(/^(# \s*) {2}(?=\S)/u, '$1- ') : line,
  );
  return [words, `# ${indent}${key}:`, ...dashed];
}

/** The default, an example, the first of a choice. */
function written({ standard, example, choice }: Setting): string {
  return JSON.stringify(example ?? standard ?? choice?.[0] ?? TO_FILL_IN);
}
