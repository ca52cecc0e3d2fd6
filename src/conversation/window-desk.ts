import type { Person } from './person.js';
import type { ReminderDesk } from './reminder-desk.js';

/** What the lists say of a demand before it is registered. */
export interface DemandPreview {
  /** Lines that are read out: class, reason, who sees to it. */
  lines: readonly string[];
}

/** A demand that was registered. */
export interface Registered {
  number: string;
  /** By which its status may be asked for. */
  code: string;
  /** Lines of the receipt that are read out. */
  lines: readonly string[];
}

/** The window as a conversation reaches it: registers, tells the status, reminds. */
export interface WindowDesk extends ReminderDesk {
  /** @throws QingdanError QD-EMPTY, QD-TOO-LONG, QD-INPUT */
  preview(text: string): DemandPreview;
  /** The same key again registers nothing new. @throws QingdanError QD-INPUT, QD-STORAGE */
  register(demand: { key: string; text: string; place: string | null; person: Person }): Promise<Registered>;
  /** @throws QingdanError QD-ID where number and code don't belong together */
  status(number: string, code: string): Promise<string>;
}
