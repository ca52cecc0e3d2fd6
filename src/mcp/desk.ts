import type { ScreenedTask } from '#answer/index.js';
import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import type { MatterLibrary } from '#catalogue/matters/load.js';
import type { WindowDesk } from '#conversation/window-desk.js';
import type { ServerDesk } from '#server/desk.js';

/** What the tools turn to. */
export interface McpDesk extends Pick<ServerDesk, 'answer' | 'screen'> {
  /** The lists in force when it is asked for. */
  readonly kb: KnowledgeBase;
  readonly matters: MatterLibrary;
  /** One task by its name. @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-REGION, QD-DATE */
  task(name: string, options: { region?: string | undefined; date: string }): ScreenedTask;
  /** How far an application is, in lines; null where number and code don't belong together. */
  admissionStatus(number: string, code: string): Promise<readonly string[] | null>;
  /** null where no window is set up; nothing is registered then. */
  readonly window: WindowDesk | null;
  /** A fresh unguessable id. */
  newId(): string;
  /** YYYY-MM-DD, in China. */
  today(): string;
}
