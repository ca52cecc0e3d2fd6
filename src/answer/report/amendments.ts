import { citationLine } from '../citations.js';
import { requestFor } from '../letters/requests.js';
import type { Request } from '../letters/templates.js';
import type { Screening } from '../notices/screening.js';
import { phraseText, verdictText } from './summary.js';

/** How a clause of a document in force is to be amended, for whoever sorts such documents out (全面梳理). */
const AMEND: Readonly<Record<Request, string>> = {
  responsible: '删去，或者改为由负有职责的部门负责、社区依法协助',
  certificate: '删去，改为由办事部门自行核实',
  admission: '先按规定准入，写明依据、责任单位和经费；没有准入的删去',
  formality: '取消、合并或者精简',
  means: '保留为协助，写明责任部门、内容期限、经费和人员',
};
const KEPT = '不用改';
const CHECK = '没有把握，请人工核对';

/** A document that was screened, or why it wasn't. */
export type ScreenedDocument = { name: string; screening: Screening } | { name: string; problem: string };

/** Heads and rows of the table of documents. */
export function documentTable(documents: readonly ScreenedDocument[]): string[][] {
  return [
    ['文件', '标题', '文号', '发文单位', '交给社区的任务', '要修改的', '请核对的', '说明'],
    ...documents.map((document) => {
      if ('problem' in document)
        return [document.name, '', '', '', '', '', '', `没有研判：${document.problem}`];
      const { title, number, issuer, tasks } = document.screening;
      const amended = tasks.filter((task) => requestFor(task) !== null);
      return [
        document.name,
        title ?? '',
        number ?? '',
        issuer ?? '',
        String(tasks.length),
        String(amended.filter(({ band }) => band !== 'confirm').length),
        String(tasks.filter(({ band }) => band === 'confirm').length),
        tasks.length === 0 ? '没有交给社区的任务' : '',
      ];
    }),
  ];
}

/** Heads and rows of the table of clauses: what each document asks of the committee, and how it is to be amended. */
export function clauseTable(documents: readonly ScreenedDocument[]): string[][] {
  return [
    ['文件', '标题', '序号', '条款原文', '判定', '清单事项', '依据', '修改意见'],
    ...documents.flatMap((document) => {
      if ('problem' in document) return [];
      const { title, tasks } = document.screening;
      return tasks.map((task, i) => {
        const request = requestFor(task);
        const amend = request === null ? KEPT : AMEND[request];
        return [
          document.name,
          title ?? '',
          String(i + 1),
          phraseText(task),
          verdictText(task),
          task.item?.name ?? '',
          task.citations.map(citationLine).join('；'),
          task.band === 'confirm' ? `${CHECK}；拟：${amend}` : amend,
        ];
      });
    }),
  ];
}
