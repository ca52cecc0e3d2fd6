import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { Page } from '../../parts/page.js';
import { Part } from '../../parts/record.js';
import { RecordList } from '../../parts/record-list.js';
import { StepForm } from '../../parts/step-form.js';
import { CAMPAIGN_WORDS, type Campaign, PATH } from './inspection.js';

export function InspectionList() {
  const { may } = useSigned();
  return (
    <Page title="督察" help="专项督察：发自查表、记明察暗访、盯整改，直到一件件销号。">
      <RecordList<Campaign>
        path={PATH}
        filters={[]}
        name="督察"
        rowKey="id"
        empty="还没有督察"
        columns={[
          {
            title: '编号',
            width: 190,
            text: ({ number }) => number,
            show: ({ number, id }) => <Link to={encodeURIComponent(id)}>{number}</Link>,
          },
          { title: '名称', text: ({ title }) => title },
          { title: '开始', width: 120, text: ({ begun }) => begun },
          { title: '自查表哪天以前交', width: 160, text: ({ selfCheckBy }) => selfCheckBy },
          { title: '到哪一步', width: 150, text: ({ state }) => CAMPAIGN_WORDS[state] },
        ]}
      />
      {may('create', 'inspection') && <NewCampaign />}
    </Page>
  );
}

/** 500112001001 样例社区: a code and the name behind it, for each community. */
function communitiesOf(chosen: readonly string[]): { region: string; place: string }[] {
  return chosen.flatMap((line) => {
    const [, region, place] = /^\s*(\d{6,12})[\s,，、]*(.*?)\s*$/u.exec(line) ?? [];
    return region === undefined ? [] : [{ region, place: place || region }];
  });
}

function NewCampaign() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const begin = async ({ type: _type, communities, ...campaign }: Readonly<Record<string, unknown>>) => {
    const body = { ...campaign, communities: communitiesOf(communities as string[]) };
    const { id } = await call<Campaign>(PATH, { method: 'POST', body });
    await client.invalidateQueries({ queryKey: [PATH] });
    navigate(encodeURIComponent(id));
  };
  return (
    <Part title="开始一次督察">
      <StepForm
        onStep={begin}
        steps={[
          {
            type: 'begin',
            label: '开始督察',
            fields: [
              { name: 'title', label: '名称', is: 'line' },
              { name: 'selfCheckBy', label: '自查表哪天以前交', is: 'day' },
              {
                name: 'communities',
                label: '给哪些社区（村）自查表',
                is: 'regions',
                extra: '可以选多个；表里没有的，写十二位代码，空一格写名称，如：500112001001 样例社区',
              },
            ],
          },
        ]}
      />
    </Part>
  );
}
