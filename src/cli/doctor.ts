import type { Command } from 'commander';
import { knowledgeFolder } from '#app/files.js';
import { readDecisionWeights } from '#app/weights.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { isOfficeDocument, isOfficeMatter } from '#catalogue/office.js';
import { kindOf } from '#catalogue/rows.js';
import type { FileSettings } from '#config/settings.js';
import { findOfficeProgram } from '#documents/office-program.js';
import { shown } from '#errors.js';
import { packageVersion } from '#package-root.js';
import { isInstalled, recognitionFolder } from '#recognition/recogniser.js';
import { defaultWeights } from '#search/defaults.js';
import { loadSegmenter, segmenterStates } from '#text/segmenters/index.js';
import { currentKnowledge } from './knowledge.js';
import { print, printJson } from './output.js';
import { ifStored } from './storage.js';
import { heldOf } from './words.js';

/** `qingdan doctor`: what runs here, and what the knowledge base holds and lacks. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('显示版本、在用的分词器、知识库的内容与缺口')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: true }) => {
      const [{ channelLines, channelReport }, { readSettings }] = await Promise.all([
        import('#config/channel-report.js'),
        import('#config/load.js'),
      ]);
      const { settings } = readSettings(process.env);
      const report = {
        ...examine(await currentKnowledge()),
        store: await examineStore(),
        service: serviceOf(settings),
      };
      const channels = await channelReport(process.env);
      if (options.json) printJson({ ...report, channels });
      else print([...lines(report), ...channelLines(channels)].join('\n'));
    });
}

type Report = ReturnType<typeof examine> & {
  store: Awaited<ReturnType<typeof examineStore>>;
  service: ReturnType<typeof serviceOf>;
};

/** What a service would go by, beside its channels. */
function serviceOf({ office, window, api, server: { host, port } }: FileSettings) {
  return {
    config: process.env.QINGDAN_CONFIG || null,
    handoff: office ?? null,
    window: window?.region ?? null,
    apiKeys: api.keys,
    address: `${host}:${port}`,
  };
}

/** What is in use as the store, and what the office has loaded; null where there is none yet. */
function examineStore() {
  return ifStored(
    async ({ description, lists, texts, audit }) => ({
      description,
      loadedDocuments: (await lists.current()).map(({ id }) => id),
      fullTexts: [...(await texts.current()).keys()],
      auditRows: (await audit.head()).seq,
    }),
    { check: true },
  );
}

function examine(kb: KnowledgeBase) {
  const { name, version } = loadSegmenter({ terms: [] });
  return {
    version: packageVersion(),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    segmenter: { name, version },
    segmenters: segmenterStates(),
    knowledge: { folder: knowledgeFolder(), version: kb.version, ...counts(kb) },
    weights: {
      decision: readDecisionWeights().data,
      matching: defaultWeights().fit.data.map((set) => ({ name: set.name, sha256: set.sha256 })),
    },
    office: findOfficeProgram()?.path ?? null,
    recognition: isInstalled(recognitionFolder()),
    gaps: gaps(kb),
  };
}

function counts(kb: KnowledgeBase) {
  return {
    documents: kb.documents.length,
    lists: kb.listById.size,
    items: kb.itemById.size,
    provisions: kb.provisionById.size,
    regions: kb.regions.all.length,
    imported: importedCounts(kb),
  };
}

/** Rows that the office has loaded itself, by how they stand to the matters of the library. */
function importedCounts(kb: KnowledgeBase) {
  const rows = [...kb.itemById.values()].filter(
    (row) => isOfficeDocument(row.document) && kindOf(row) !== 'reference',
  );
  const matters = rows.flatMap(({ item }) => item.matter ?? []);
  const own = matters.filter(isOfficeMatter).length;
  return { items: rows.length, joined: matters.length - own, own, open: rows.length - matters.length };
}

/** Lists that declare more rows than they hold. */
function gaps(kb: KnowledgeBase) {
  return [...kb.listById.values()]
    .filter(({ list }) => (list.declaredCount ?? 0) > list.items.length)
    .map((row) => ({
      id: row.list.id,
      name: row.list.name,
      region: row.list.region ?? row.document.region,
      held: heldOf(row),
    }));
}

function lines(report: Report): string[] {
  const { knowledge } = report;
  const unusable = report.segmenters
    .filter(({ problem }) => problem !== null)
    .map(({ name, problem }) => `  ${name} 不可用：${shown(problem ?? '')}`);
  return [
    `清单助手 ${report.version}，Node.js ${report.node}，${report.platform}`,
    `分词器：在用 ${report.segmenter.name} ${report.segmenter.version}`,
    ...unusable,
    `知识库：版本 ${knowledge.version}，${knowledge.folder}`,
    `  文件 ${knowledge.documents} 份、清单 ${knowledge.lists} 张、事项 ${knowledge.items} 项、` +
      `条款 ${knowledge.provisions} 条、地区 ${knowledge.regions} 个`,
    ...importedLines(knowledge.imported),
    ...storeLines(report.store),
    ...serviceLines(report.service),
    report.office === null
      ? '办公软件：没有找到 LibreOffice；旧版 .doc、.xls、.wps、.et、.rtf、.odt、.ods 由程序自己读，读不了的请另存后再试'
      : `办公软件：${report.office}；程序自己读不了的旧文件由它转换`,
    report.recognition
      ? '文字识别：已装，用 qingdan ocr'
      : '文字识别：没有装；要用请运行 qingdan ocr --install',
    `权重：判定用 ${report.weights.decision.name}（${report.weights.decision.sha256.slice(0, 12)}），匹配用 ` +
      report.weights.matching.map((set) => `${set.name}（${set.sha256.slice(0, 12)}）`).join('、'),
    `缺口：${report.gaps.length === 0 ? '无' : `${report.gaps.length} 张清单未载全（已载/应有）`}`,
    ...report.gaps.map((gap) => `  ${gap.id} ${gap.region}「${gap.name}」 ${gap.held}`),
  ];
}

function importedLines({ items, joined, own, open }: ReturnType<typeof importedCounts>): string[] {
  if (items === 0) return [];
  return [`  其中本单位导入 ${items} 项：归入事项库 ${joined} 项，本单位的新事项 ${own} 项，待选 ${open} 项`];
}

function storeLines(store: Report['store']): string[] {
  if (store === null) return ['数据：还没有，首次启动服务或导入清单时建立'];
  const named = (ids: readonly string[]) => (ids.length === 0 ? '无' : ids.join('、'));
  return [
    `数据：${store.description}，自检通过，变更记录 ${store.auditRows} 行`,
    `  导入的文件：${named(store.loadedDocuments)}；附有全文：${named(store.fullTexts)}`,
  ];
}

function serviceLines({ config, handoff, window, apiKeys, address }: Report['service']): string[] {
  return [
    `配置：${config === null ? '没有配置文件，用默认值和环境变量' : shown(config)}；服务监听 ${address}；` +
      `接口和 MCP ${apiKeys === 'required' ? '必须带密钥' : '可以不带密钥'}`,
    handoff === null
      ? '转人工：没有设置，答不了的只能请人找当地社区；请在配置里写 office（name、phone、hours）'
      : `转人工：${handoff.name}，${handoff.phone}，${handoff.hours}`,
    window === null ? '一窗：没有设置，对话里不登记诉求' : `一窗：${window}`,
  ];
}
