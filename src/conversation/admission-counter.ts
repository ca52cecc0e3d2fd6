import type { Application, ApplicationDraft } from '#admission/application.js';
import type { Attachment } from './message.js';

/** The counter for 社区工作准入 in a conversation. Regions are full names; null is the whole country. */
export interface AdmissionCounter {
  /** 准入程序 of a region, line by line, with its sources. */
  procedure(region: string | null): readonly string[];
  /** The area that a text names and that is no division (长三角); null where none. */
  areaIn(text: string): string | null;
  /** What is known of 准入 in the regions of an area, line by line, with its sources. */
  proceduresIn(area: string): readonly string[];
  /** What the lists say of the task and what is known of its basis, line by line. @throws QingdanError QD-REGION */
  screen(application: Application, region: string): readonly string[];
  /** What a filled-in form says. @throws QingdanError QD-INPUT, QD-FILE-…, QD-BUSY */
  read(file: Attachment, visitor: string): Promise<ApplicationDraft>;
  /** The form with what was said, as a .docx. */
  form(application: ApplicationDraft, region: string, number?: string): Promise<Uint8Array>;
  /**
   * Keeps it as a draft, which somebody of the department or of the lead office hands in; null where nothing is kept.
   * @throws QingdanError what the store throws
   */
  handIn(
    person: { channel: string; userId: string },
    application: ApplicationDraft,
    region: string,
  ): Promise<{ number: string; code: string } | null>;
  /** How far an application is; null where number and code don't belong together. */
  status(number: string, code: string): Promise<readonly string[] | null>;
}

/** An application that is being filled in, field by field. */
export interface Applying {
  /** Full name; null until it is said. */
  region: string | null;
  application: ApplicationDraft;
  /** Laid aside: the next message is no answer to it. */
  paused: boolean;
}
