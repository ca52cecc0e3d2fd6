import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Tabs } from 'antd';
import { ROLES, type Role } from '#access/roles.js';
import { ROLE_NAMES } from '#access/words.js';
import { call } from '../../api/call.js';
import { toldOf } from '../../api/refused.js';
import { useSigned } from '../../api/session.js';
import { Page } from '../../parts/page.js';
import { Part, shortTime } from '../../parts/record.js';
import { RecordList } from '../../parts/record-list.js';
import { type Step, StepForm } from '../../parts/step-form.js';
import { Keys } from './keys.js';

interface Account {
  id: string;
  name: string;
  role: Role;
  region: string;
  regionName: string;
  department?: string | undefined;
  createdAt: string;
  disabledAt: string | null;
}

const PATH = '/api/v1/users';

const STEPS: Step[] = [
  {
    type: 'add',
    label: '建用户',
    fields: [
      { name: 'name', label: '用户名', is: 'line' },
      {
        name: 'role',
        label: '角色',
        is: 'choice',
        choices: ROLES.map((value) => ({ value, label: ROLE_NAMES[value] })),
      },
      {
        name: 'region',
        label: '地区',
        is: 'region',
        extra: '写几个字从下面选；表里没有的街道、社区写代码，街道九位、社区十二位',
      },
      {
        name: 'department',
        label: '部门',
        is: 'line',
        optional: true,
        extra: '区县部门的用户才填',
      },
      { name: 'password', label: '初始密码', is: 'secret', extra: '8 个字符以上' },
    ],
  },
];

export default function UsersPage() {
  return (
    <Page
      title="用户"
      help="谁能登录、什么角色、管哪个地区；停用后马上不能再登录。别的程序要用接口，在这里发密钥。"
    >
      <Tabs
        destroyOnHidden
        items={[
          { key: 'users', label: '用户', children: <Accounts /> },
          { key: 'keys', label: '给程序的密钥', children: <Keys /> },
        ]}
      />
    </Page>
  );
}

function Accounts() {
  const { may, user } = useSigned();
  const client = useQueryClient();
  const { message } = App.useApp();
  const changed = () => client.invalidateQueries({ queryKey: [PATH] });
  const change = (name: string, body: object) =>
    call(`${PATH}/${encodeURIComponent(name)}`, { method: 'PATCH', body });
  const toggle = async ({ name, disabledAt }: Account) => {
    try {
      await change(name, { disabled: disabledAt === null });
      await changed();
      message.success(disabledAt === null ? `已停用「${name}」` : `已启用「${name}」`);
    } catch (refused) {
      message.error(toldOf(refused));
    }
  };
  const add = async ({ type: _type, ...account }: Readonly<Record<string, unknown>>) => {
    await call(PATH, { method: 'POST', body: account });
    await changed();
  };
  return (
    <Flex vertical gap={20}>
      <RecordList<Account>
        path={PATH}
        filters={[]}
        name="用户"
        rowKey="id"
        empty="还没有用户"
        columns={[
          { title: '用户名', text: ({ name }) => name },
          { title: '角色', width: 130, text: ({ role }) => ROLE_NAMES[role] },
          { title: '地区', width: 230, text: ({ regionName }) => regionName },
          { title: '地区代码', text: ({ region }) => region, exported: true },
          { title: '部门', width: 150, text: ({ department }) => department ?? '—' },
          { title: '建于', width: 160, text: ({ createdAt }) => shortTime(createdAt) },
          {
            title: '状态',
            width: 170,
            text: ({ disabledAt }) => (disabledAt === null ? '在用' : `${shortTime(disabledAt)} 停用`),
            show: (account) => (
              <Flex gap={8} align="center">
                <span>{account.disabledAt === null ? '在用' : '停用'}</span>
                {may('delete', 'user') && account.id !== user.id && (
                  <Button
                    size="small"
                    aria-label={`${account.disabledAt === null ? '停用' : '启用'}${account.name}`}
                    onClick={() => void toggle(account)}
                  >
                    {account.disabledAt === null ? '停用' : '启用'}
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
      {may('create', 'user') && (
        <Part title="建用户">
          <StepForm onStep={add} steps={STEPS} />
        </Part>
      )}
    </Flex>
  );
}
