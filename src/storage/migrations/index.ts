import type { Migration } from 'kysely';
import { records } from './0001-records.js';
import { fullTexts } from './0002-full-texts.js';
import { howAsked } from './0003-how-asked.js';
import { sealsAndKeys } from './0004-seals-and-keys.js';
import { admissions } from './0005-admissions.js';
import { window } from './0006-window.js';
import { registers } from './0007-registers.js';
import { regionLists } from './0008-regions.js';
import { review } from './0009-review.js';
import { noticeCorrections } from './0010-notice-corrections.js';
import { outsideAccounts } from './0011-outside-accounts.js';
import { sharedPages } from './0012-shared-pages.js';
import { screeningChains } from './0013-screening-chains.js';

/**
 * Every change of the tables, by name, in order. A migration that has been released is never edited: a later one is
 * added. All that are due run in one transaction.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-records': records,
  '0002-full-texts': fullTexts,
  '0003-how-asked': howAsked,
  '0004-seals-and-keys': sealsAndKeys,
  '0005-admissions': admissions,
  '0006-window': window,
  '0007-registers': registers,
  '0008-regions': regionLists,
  '0009-review': review,
  '0010-notice-corrections': noticeCorrections,
  '0011-outside-accounts': outsideAccounts,
  '0012-shared-pages': sharedPages,
  '0013-screening-chains': screeningChains,
};
