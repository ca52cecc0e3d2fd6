import { useQueryClient } from '@tanstack/react-query';
import { Card, Form } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ApplicationDraft } from '#admission/application.js';
import { call } from '../../api/call.js';
import { useSigned } from '../../api/session.js';
import { Page } from '../../parts/page.js';
import { RegionInput } from '../../parts/region-input.js';
import { type AdmissionSeen, PATH } from './admission.js';
import { ApplicationForm } from './application-form.js';

export function NewAdmission() {
  const { user } = useSigned();
  const [region, setRegion] = useState(user.regionName);
  const client = useQueryClient();
  const navigate = useNavigate();
  const save = async (application: ApplicationDraft) => {
    const opened = await call<AdmissionSeen>(PATH, { method: 'POST', body: { region, application } });
    await client.invalidateQueries({ queryKey: [PATH] });
    navigate(`/admissions/${opened.id}`);
  };
  return (
    <Page
      title="新的准入申请"
      help="照申请表填；先存草稿，可以回头再改，填全了再提交。"
      actions={<Link to="/admissions">回到全部</Link>}
    >
      <Card>
        <Form layout="vertical" style={{ maxWidth: 760 }}>
          <Form.Item label="在哪个地区实施" htmlFor="region">
            <RegionInput id="region" value={region} onChange={setRegion} />
          </Form.Item>
        </Form>
        <ApplicationForm
          initial={user.department === null ? {} : { department: user.department }}
          button="存草稿"
          onSave={save}
        />
      </Card>
    </Page>
  );
}
