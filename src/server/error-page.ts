import type { Problem } from './problem.js';

/** A small page for a person whose request was refused. All of it is the project's own text. */
export function errorPage(problem: Problem): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>没有办成 · 清单助手</title>
<h1>没有办成</h1>
<p>${problem.detail}。</p>
<p>错误代码：${problem.code}（${problem.status}）</p>
<p><a href="/">回到首页</a></p>
</html>
`;
}
