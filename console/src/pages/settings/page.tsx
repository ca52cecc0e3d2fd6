import { Radio } from 'antd';
import { ACTION_NAMES, SUBJECT_NAMES } from '#access/words.js';
import { call } from '../../api/call.js';
import { type User, useSigned } from '../../api/session.js';
import { useLook } from '../../frame/look.js';
import { SCHEME_NAMES } from '../../frame/scheme-names.js';
import { Page } from '../../parts/page.js';
import { PlainTable } from '../../parts/plain-table.js';
import { Facts, Part } from '../../parts/record.js';
import { StepForm } from '../../parts/step-form.js';

const REACHES: Readonly<Record<string, string>> = {
  everywhere: '全部',
  here: '本地区',
  below: '本地区和下级',
  above: '本地区和上级',
  department: '本部门',
  self: '本人',
};

/** A row for each subject and how far its actions reach. */
function rightsOf(rights: User['rights']): string[][] {
  return Object.entries(rights).flatMap(([subject, actions]) => {
    const byReach = new Map<string, string[]>();
    for (const [action, reaches] of Object.entries(actions ?? {})) {
      const reach = reaches.map((one) => REACHES[one] ?? one).join('、');
      const name = ACTION_NAMES[action as keyof typeof ACTION_NAMES];
      byReach.set(reach, [...(byReach.get(reach) ?? []), name]);
    }
    return [...byReach].map(([reach, names]) => [
      SUBJECT_NAMES[subject as keyof typeof SUBJECT_NAMES],
      names.join('、'),
      reach,
    ]);
  });
}

export default function SettingsPage() {
  const { user } = useSigned();
  const { scheme, choose } = useLook();
  const change = async ({ password, again }: Readonly<Record<string, unknown>>) => {
    if (password !== again) throw new Error('两次写的密码不一样，请再写一遍');
    return call(`/api/v1/users/${encodeURIComponent(user.name)}`, { method: 'PATCH', body: { password } });
  };
  return (
    <Page title="设置" help="自己的账号、密码和外观；服务怎么运行由管理员在服务器上设置。">
      <Part title="账号">
        <Facts
          facts={[
            ['用户名', user.name],
            ['角色', user.roleName],
            ['地区', user.regionName],
            ['部门', user.department],
          ]}
        />
      </Part>
      <Part title="外观">
        <Radio.Group
          aria-label="外观"
          value={scheme}
          onChange={({ target }) => choose(target.value)}
          options={Object.entries(SCHEME_NAMES).map(([value, label]) => ({ value, label }))}
        />
      </Part>
      <Part title="改密码">
        <StepForm
          onStep={change}
          steps={[
            {
              type: 'password',
              label: '改密码',
              fields: [
                {
                  name: 'password',
                  label: '新密码',
                  is: 'secret',
                  extra: '8 个字符以上；改了以后别处的登录都要重新登',
                },
                { name: 'again', label: '再写一遍', is: 'secret' },
              ],
            },
          ]}
        />
      </Part>
      <Part title="能做什么">
        <PlainTable
          caption="按角色和地区定；要改，找管理员换角色"
          rows={[['对什么', '能做什么', '管到哪里'], ...rightsOf(user.rights)]}
        />
      </Part>
    </Page>
  );
}
