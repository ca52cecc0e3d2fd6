import { applies } from './review.js';
import type { CharterRule, CharterRules } from './rules.js';
import { CHARTER_NAME, type CommitteeKind } from './shape.js';

/** What somebody asks of charters: whether something may stand in one, or what stands in them and how they are made. */
export interface CharterAsked {
  /** Null where the question doesn't say, so that both laws hold. */
  readonly committee: CommitteeKind | null;
  /** Rules that what is asked about would break; empty where it is asked in general. */
  readonly rules: readonly CharterRule[];
}

/** UTF-16 units; a longer text tells a case or is a charter itself. */
const LONGEST = 60;
/** 写什么, 能写啥不能写啥, 包括哪些内容, 怎么写, 范本. */
const CONTENT =
  /(?:写|定|订|规定|约定|包括|包含|有|放)(?:些|进|上|到|入)?(?:什么|啥|哪些|哪几)|哪些(?:内容|东西|事|条款)?.{0,6}(?:能|可以|不能|不得|不可以|不准)?(?:写|定|订|规定)|(?:怎么|怎样|如何|咋)(?:去|来)?(?:写|起草|拟|订|制定|修订|修改|定)|(?:什么|哪些|哪几项?)(?:样的)?内容|内容(?:有|是|包括)?(?:什么|啥|哪些|怎么)|(?:范本|模板|样本|格式|底线|红线|边界)|(?:制定|修订|修改|订立).{0,4}(?:程序|步骤|流程)/u;
const WHETHER = /能不能|可不可以|是不是可以|可否|能否|是否可以|允不允许|能够?(?=.*(?:吗|么|不)$)/gu;
const ASKS = /能不能|可不可以|可以|可否|能否|是否|允许|合法|违法|合不合|行不行|有权|[吗么]$/u;

/** What a text asks of charters; null where it asks something else. */
export function askedAboutCharter(said: string, rules: CharterRules): CharterAsked | null {
  if (said.length > LONGEST || !CHARTER_NAME.test(said)) return null;
  const village = /村/u.test(said);
  const urban = /居民|社区|居规|小区/u.test(said);
  const committee = village === urban ? null : village ? 'village' : 'urban';
  // What is asked about as a clause would say it: 能不能罚款 is no 不能罚款.
  const clause = said.replace(WHETHER, '可以');
  const broken = ASKS.test(said) ? rules.rules.filter((rule) => applies(rule, clause, rules)) : [];
  if (broken.length > 0) return { committee, rules: broken };
  return CONTENT.test(said) ? { committee, rules: [] } : null;
}
