import { channelSettings, fileSettings, type Setting, variableSettings } from './reference.js';

const HEAD = `# 配置项一览（运维）

设置写在一个 YAML 文件里，用环境变量 \`QINGDAN_CONFIG\` 指明；每一项都可以不写。全部设置的样例：\`deploy/qingdan.example.yaml\`（\`qingdan config --example\` 也能写出）。表里有环境变量的，环境变量优先于文件，适合放在容器里。改了设置，重启服务生效；\`qingdan doctor\` 检查现在的设置，哪一项不对，\`qingdan serve\` 启动时会用一行话指出来。

密钥不写进配置文件：放在单独的文件里，文件里写「设置名File: 路径」；或者放在环境变量里。

（这一页由程序里的设置定义生成：\`qingdan config --reference\`。）
`;

/** docs/configuration.md: every setting and variable. */
export async function referencePage(): Promise<string> {
  const channels = await channelSettings();
  const files = fileSettings();
  const single = files.filter(({ parts }) => parts.length === 0);
  const sections = files.filter(({ parts }) => parts.length > 0);
  return `${[
    HEAD,
    '## 总的设置\n',
    ...table(single),
    ...sections.flatMap((section) => [
      '',
      `## ${section.path}：${section.what}\n`,
      ...table(section.parts.flatMap(leaves)),
    ]),
    '',
    '## 渠道\n',
    '写出一节就启用这个渠道（`enabled: false` 为停用，设了它的任一环境变量也算启用）。一个都没写时，只有网页。',
    ...channels.flatMap(([name, settings]) => [
      '',
      `### channels.${name}\n`,
      `怎样申请和设置：[channels/${name}.md](channels/${name}.md)\n`,
      ...table(settings),
    ]),
    '',
    '## 只有环境变量的设置\n',
    '| 环境变量 | 说明 | 默认 |',
    '|---|---|---|',
    ...variableSettings().map(({ variable, what, standard }) =>
      row([`\`${variable}\``, what, shownDefault(standard)]),
    ),
  ].join('\n')}\n`;
}

const leaves = (setting: Setting): Setting[] =>
  setting.parts.length === 0 ? [setting] : setting.parts.flatMap(leaves);

const row = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const shownDefault = (standard: unknown) => (standard === null ? '' : `\`${JSON.stringify(standard)}\``);

function table(settings: readonly Setting[]): string[] {
  return [
    '| 设置 | 说明 | 默认 | 环境变量 |',
    '|---|---|---|---|',
    ...settings.map(({ path, what, standard, choice, isRequired, isSecret, variable }) =>
      row([
        `\`${path}\`${isSecret ? '（密钥）' : ''}`,
        `${what}${isRequired ? '（必填）' : ''}${choice === null ? '' : `；可用 ${choice.join('、')}`}`,
        shownDefault(standard),
        variable === null ? '' : `\`${variable}\``,
      ]),
    ),
  ];
}
