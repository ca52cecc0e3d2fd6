import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Flex } from 'antd';
import { useState } from 'react';
import { API_SCOPES, type ApiKey, type ApiScope } from '#storage/key-port.js';
import { call } from '../../api/call.js';
import { toldOf } from '../../api/refused.js';
import { useSigned } from '../../api/session.js';
import { Part, shortTime } from '../../parts/record.js';
import { RecordList } from '../../parts/record-list.js';
import { type Step, StepForm } from '../../parts/step-form.js';

const PATH = '/api/v1/keys';
const SCOPE_WORDS: Readonly<Record<ApiScope, string>> = {
  messages: '对话',
  answers: '提问',
  screenings: '研判',
  lists: '查清单',
  mcp: 'MCP',
};

const STEPS: Step[] = [
  {
    type: 'add',
    label: '发密钥',
    fields: [
      { name: 'name', label: '给谁用', is: 'line', extra: '如：区政务热线' },
      {
        name: 'region',
        label: '地区',
        is: 'region',
        optional: true,
        extra: '请求里没写地区时按它答；不写就是不限，要管全国的管理员',
      },
      ...API_SCOPES.map((scope) => ({
        name: scope,
        label: SCOPE_WORDS[scope],
        is: 'yes' as const,
        initial: scope !== 'mcp',
      })),
      { name: 'perMinute', label: '每分钟最多几次', is: 'number', initial: 300 },
    ],
  },
];

/** Keys of programs that call the API: each is shown this once. */
export function Keys() {
  const { may } = useSigned();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [given, setGiven] = useState<string | null>(null);
  const changed = () => client.invalidateQueries({ queryKey: [PATH] });
  const add = async ({ type: _type, ...key }: Readonly<Record<string, unknown>>) => {
    const scopes = API_SCOPES.filter((scope) => key[scope] === true);
    const { name, region, perMinute } = key;
    const body = { name, region, perMinute, scopes };
    const { token } = await call<{ token: string }>(PATH, { method: 'POST', body });
    setGiven(token);
    await changed();
  };
  const revoke = async ({ id, name }: ApiKey) => {
    try {
      await call(`${PATH}/${id}`, { method: 'DELETE' });
      await changed();
      message.success(`已停用「${name}」的密钥`);
    } catch (refused) {
      message.error(toldOf(refused));
    }
  };
  return (
    <Flex vertical gap={20}>
      {given !== null && (
        <Alert
          type="success"
          showIcon
          role="status"
          title="密钥只显示这一次，请现在抄给用它的程序"
          description={<code className="secret">{given}</code>}
        />
      )}
      <RecordList<ApiKey>
        path={PATH}
        filters={[]}
        name="给程序的密钥"
        rowKey="id"
        empty="还没有发过密钥"
        columns={[
          { title: '编号', width: 110, text: ({ id }) => id },
          { title: '给谁用', text: ({ name }) => name },
          { title: '地区', width: 150, text: ({ region }) => region ?? '不限' },
          { title: '能做什么', text: ({ scopes }) => scopes.map((scope) => SCOPE_WORDS[scope]).join('、') },
          { title: '每分钟', width: 80, text: ({ perMinute }) => String(perMinute) },
          { title: '发放', width: 150, text: ({ createdAt }) => shortTime(createdAt) },
          {
            title: '状态',
            width: 150,
            text: ({ revokedAt }) => (revokedAt === null ? '在用' : `${shortTime(revokedAt)} 停用`),
            show: (key) => (
              <Flex gap={8} align="center">
                <span>{key.revokedAt === null ? '在用' : '停用'}</span>
                {key.revokedAt === null && may('delete', 'key') && (
                  <Button size="small" aria-label={`停用${key.name}的密钥`} onClick={() => void revoke(key)}>
                    停用
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
      {may('create', 'key') && (
        <Part title="发一个密钥">
          <StepForm onStep={add} steps={STEPS} />
        </Part>
      )}
    </Flex>
  );
}
