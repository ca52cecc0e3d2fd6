/** What the made-up office does by its API: applications, an inspection, a proposal. */
import { APPLICATIONS, COMMUNITIES, LIST } from './told.mjs';

const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** @returns ids of what was made, for the addresses of its pages */
export async function doWork({ call }) {
  return { admission: await admit(call), inspection: await inspect(call), list: LIST };
}

async function admit(call) {
  const ids = [];
  for (const application of APPLICATIONS) {
    const body = { region: '渝北', application };
    ids.push((await call('城管何川', 'POST', '/admissions', body)).id);
  }
  const [admitted, waiting, reviewed, refused] = ids;
  const step = (name, id, event) => call(name, 'POST', `/admissions/${id}/events`, event);
  for (const id of [admitted, waiting, reviewed, refused]) await step('城管何川', id, { type: 'submit' });
  const yes = { type: 'review', agrees: true, text: '依据清楚，经费随事项走，同意。' };
  for (const id of [admitted, reviewed]) await step('主管周宁', id, yes);
  await step('主管周宁', refused, {
    type: 'review',
    agrees: false,
    text: '没有法律法规依据，增加社区负担。',
  });
  await step('市级赵敏', admitted, { type: 'decide', admit: true, reason: '确需社区协助，人员经费有保障' });
  await step('市级赵敏', refused, { type: 'decide', admit: false, reason: '无依据，可用在线监控代替' });
  return reviewed;
}

async function inspect(call) {
  const communities = COMMUNITIES.map(([region, place]) => ({ region, place }));
  const title = '2026年村（社区）减负专项督察';
  const { id } = await call('主管周宁', 'POST', '/inspections', {
    title,
    selfCheckBy: later(14),
    communities,
  });
  const at = `/inspections/${id}`;
  const [home, second] = COMMUNITIES.map(([region]) => region);
  const [{ answers }] = (await call('书记李芳', 'GET', at)).sheets;
  const said = Object.fromEntries(
    Object.entries(answers).map(([question, { counted }]) => [
      question,
      counted === null ? '没有' : String(counted),
    ]),
  );
  await call('书记李芳', 'POST', `${at}/sheets/${home}/events`, { type: 'answer', said });
  await call('书记李芳', 'POST', `${at}/sheets/${home}/events`, { type: 'submit' });
  await call('主管周宁', 'POST', `${at}/events`, { type: 'start-visits' });
  const found = (region, announced, findings) =>
    call('主管周宁', 'POST', `${at}/visits`, { region, announced, findings });
  await found(home, false, [
    { text: '一楼大厅新挂“市民学校”牌子，没有实际工作，也没有核准', due: later(10) },
    { text: '垃圾分类打卡群要求每天上传照片，未准入', due: later(20) },
  ]);
  await found(second, true, [{ text: '收入证明登记为已出具，清单列为不应出具', due: later(7) }]);
  await call('书记李芳', 'POST', `${at}/findings/1/events`, {
    type: 'rectify',
    text: '牌子已摘除，报街道备案',
  });
  return id;
}
