import type { KnowledgeBase } from '#catalogue/knowledge-base.js';
import { QingdanError } from '#errors.js';
import { type Proposal, type Trial, withProposal } from '#review/index.js';
import type { Storage } from '#storage/ports.js';
import { officeLists } from './open.js';
import { trialOf } from './review-draft.js';
import type { TrialProgress } from './trial.js';
import type { TrialWork } from './trial-work.js';

export interface Trials {
  /** What accepting a proposal would change. @throws QingdanError QD-BUSY where it is being tried already */
  run(proposal: Proposal, onProgress?: (progress: TrialProgress) => void): Promise<Trial>;
  progress(id: string): TrialProgress | null;
}

interface Parts {
  storage: Pick<Storage, 'reviews' | 'keptQuestions' | 'lists' | 'texts' | 'regionLists'>;
  kb(): KnowledgeBase;
  work: TrialWork;
  at(): string;
  today(): string;
}

/** Trials under way at once: each holds an assistant of its own. */
const AT_ONCE = 2;

export function createTrials({ storage, kb, work, at, today }: Parts): Trials {
  const under = new Map<string, TrialProgress>();

  async function tried(proposal: Proposal, onProgress: (progress: TrialProgress) => void): Promise<Trial> {
    const { version, regions } = kb();
    const held = await storage.reviews.additions();
    const region = regions.all.find(({ code }) => code === proposal.region);
    const place = region === undefined || region.level === 'country' ? null : region.name;
    const result = await work(
      {
        office: await officeLists(storage),
        additions: withProposal(held, proposal),
        own: proposal.wordings.map((text) => ({ text, region: place })),
        kept: await storage.keptQuestions.all(),
        today: today(),
        shipped: true,
      },
      onProgress,
    );
    return trialOf(result, { at: at(), version, held });
  }

  return {
    progress: (id) => under.get(id) ?? null,
    async run(proposal, onProgress = () => undefined) {
      const { id } = proposal;
      if (under.has(id)) throw new QingdanError('QD-BUSY', `提案 ${id} 正在试答，请稍候`);
      if (under.size >= AT_ONCE) throw new QingdanError('QD-BUSY', '正在试答别的提案，请稍候再试');
      under.set(id, { done: 0, total: 0 });
      try {
        return await tried(proposal, (progress) => {
          under.set(id, progress);
          onProgress(progress);
        });
      } finally {
        under.delete(id);
      }
    },
  };
}
