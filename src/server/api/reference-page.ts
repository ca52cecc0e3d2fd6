import { escapeHtml } from '#text/html.js';

/** As much of an OpenAPI document as the page shows. */
export interface Described {
  info: { version: string; description?: string | undefined };
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Readonly<Record<string, unknown>> };
}
interface Operation {
  operationId?: string;
  summary?: string;
  tags?: readonly string[];
  security?: readonly Readonly<Record<string, unknown>>[];
  parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema?: { description?: string };
  }[];
  requestBody?: { content?: Readonly<Record<string, { schema?: unknown }>> };
  responses?: Readonly<
    Record<string, { description?: string; content?: Readonly<Record<string, { schema?: unknown }>> }>
  >;
}
type Entry = { path: string; method: string; operation: Operation };

const OTHERS = '对话、提问、研判和健康检查';
const PLACES: Readonly<Record<string, string>> = { path: '地址', query: '参数', header: '请求头' };

/** The description of the API as one page, without a script and without anything from elsewhere. */
export function referencePage({ info, paths, components }: Described): string {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Entry => ({ path, method, operation })),
  );
  const tags = [...new Set(entries.map(tagOf))].sort((a, b) => Number(a === OTHERS) - Number(b === OTHERS));
  const sections = tags.map((tag, at) => {
    const own = entries.filter((entry) => tagOf(entry) === tag);
    return `<section aria-labelledby="t${at}"><h2 id="t${at}">${escapeHtml(tag)}</h2>${own.map(operationHtml).join('')}</section>`;
  });
  const schemas = Object.entries(components.schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, schema]) =>
        `<details id="schema-${escapeHtml(name)}"><summary><code>${escapeHtml(name)}</code></summary>${schemaHtml(schema)}</details>`,
    );
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>接口说明 · 清单助手</title>
<link rel="stylesheet" href="/api/docs.css">
<header><h1>清单助手接口说明</h1>
<p>${escapeHtml(info.description ?? '')}</p>
<p>版本 ${escapeHtml(info.version)}。机器读的说明：<a href="/api/openapi.json">/api/openapi.json</a></p>
<nav aria-label="目录"><ul>${tags.map((tag, at) => `<li><a href="#t${at}">${escapeHtml(tag)}</a></li>`).join('')}<li><a href="#schemas">数据格式</a></li></ul></nav></header>
<main>${sections.join('\n')}
<section aria-labelledby="schemas"><h2 id="schemas">数据格式</h2>${schemas.join('\n')}</section></main>
</html>
`;
}

const tagOf = ({ operation }: Entry): string => operation.tags?.[0] ?? OTHERS;

function operationHtml({ path, method, operation }: Entry): string {
  const { summary = '', operationId = '', parameters = [], requestBody, responses = {} } = operation;
  const inputs = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      `<tr><td><code>${escapeHtml(name)}</code></td><td>${PLACES[place] ?? escapeHtml(place)}${required ? '，必填' : ''}</td><td>${escapeHtml(description ?? schema?.description ?? '')}</td></tr>`,
  );
  const table =
    inputs.length === 0
      ? ''
      : `<table><thead><tr><th scope="col">名称</th><th scope="col">位置</th><th scope="col">说明</th></tr></thead><tbody>${inputs.join('')}</tbody></table>`;
  const replies = Object.entries(responses).map(
    ([status, { description = '', content = {} }]) =>
      `<li><code>${escapeHtml(status)}</code> ${escapeHtml(description)}${contentHtml(content)}</li>`,
  );
  const body =
    requestBody?.content === undefined ? '' : `<p>请求内容：${contentHtml(requestBody.content)}</p>`;
  return `<details><summary><code class="method">${method.toUpperCase()}</code> <code>${escapeHtml(path)}</code> ${escapeHtml(summary)}</summary>
<p>${whoHtml(operation)}　操作名 <code>${escapeHtml(operationId)}</code></p>${table}${body}<p>返回：</p><ul>${replies.join('')}</ul></details>`;
}

function whoHtml({ security = [] }: Operation): string {
  const open = security.length === 0 || security.some((one) => Object.keys(one).length === 0);
  return open ? '不用登录（管理员要求密钥时，要接口密钥）。' : '要先登录，或用用户密钥。';
}

const contentHtml = (content: Readonly<Record<string, { schema?: unknown }>>): string =>
  Object.entries(content)
    .map(([type, { schema }]) => ` <code>${escapeHtml(type)}</code> ${schemaHtml(schema)}`)
    .join('');

/** A reference as a link, anything else as it is written. */
function schemaHtml(schema: unknown): string {
  if (schema === undefined || schema === null) return '';
  const { $ref } = schema as { $ref?: unknown };
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? '';
    return `<a href="#schema-${escapeHtml(name)}">${escapeHtml(name)}</a>`;
  }
  return `<pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre>`;
}

/** The page's own style, in a file of its own: the policy of the service lets no other in. */
export const REFERENCE_STYLE = `:root { color-scheme: light dark; font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
details { border-block-end: 1px solid color-mix(in srgb, currentcolor 20%, transparent); padding: .4rem 0; }
summary { cursor: pointer; }
.method { display: inline-block; min-width: 4.5em; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .25rem .5rem; border: 1px solid color-mix(in srgb, currentcolor 20%, transparent); vertical-align: top; }
pre { overflow-x: auto; padding: .5rem; background: color-mix(in srgb, currentcolor 7%, transparent); }
`;
