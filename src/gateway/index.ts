import type { FastifyInstance } from 'fastify';
import type { ServerSettings } from '#server/options.js';
import { serveAdmissions } from './admissions.js';
import { serveAudit } from './audit.js';
import { serveCases } from './cases.js';
import { serveCorrections } from './corrections.js';
import type { RoomsDesk } from './desk.js';
import { serveDocuments } from './documents.js';
import { serveExports } from './exports.js';
import { serveImports } from './imports.js';
import { serveInspections } from './inspections.js';
import { serveKeys } from './keys.js';
import { serveLists } from './lists.js';
import { serveLookback } from './lookback.js';
import { serveMatters } from './matters.js';
import { serveRegisters } from './registers.js';
import { serveReview } from './review.js';
import { serveReviewWeeks } from './review-weeks.js';
import { roomApi } from './room.js';
import { serveUsers } from './users.js';

export type { RoomsDesk } from './desk.js';

/** The rooms of records as routes of the API. Every one asks a port, with whoever makes the request. */
export function roomsOn(desk: RoomsDesk): (api: FastifyInstance, settings: ServerSettings) => void {
  return (api, settings) => {
    api.register(async (rooms) => {
      rooms.addHook('onSend', async (_request, reply) => {
        // Records are for whoever asked; what is public says so itself.
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      });
      const room = (tag: string) => roomApi(rooms, settings, tag);
      serveLists(room('清单'), desk);
      serveDocuments(room('文件'), desk);
      serveImports(room('导入'), desk);
      serveMatters(room('事项和地区'), desk);
      serveAdmissions(room('准入'), desk);
      serveCases(room('诉求'), desk);
      serveRegisters(room('台账'), desk);
      serveInspections(room('督察'), desk);
      serveLookback(room('回头看'), desk);
      serveReview(room('未答'), desk);
      serveReviewWeeks(room('未答'), desk);
      serveCorrections(room('研判'), desk);
      serveUsers(room('用户'), desk);
      serveKeys(room('用户'), desk);
      serveAudit(room('审计'), desk);
      serveExports(room('导出'), desk);
    });
  };
}
