import { Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useOutsideWay, useSigning } from '../api/session.js';
import { Failure } from '../parts/failure.js';

interface Fields {
  name: string;
  password: string;
}

export function SignIn() {
  const { signIn } = useSigning();
  const { data: outside } = useOutsideWay();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async ({ name, password }: Fields) => {
    setBusy(true);
    setError(null);
    await signIn(name.trim(), password).catch(setError);
    setBusy(false);
  };
  return (
    <Flex component="main" justify="center" align="center" style={{ minHeight: '100vh', padding: 16 }}>
      <Card style={{ width: 400, maxWidth: '100%' }}>
        <Typography.Title level={1} style={{ fontSize: 24, marginTop: 0 }}>
          清单助手工作台
        </Typography.Title>
        <Typography.Paragraph type="secondary">
          给社区工作者和机关干部用。居民问事请到<a href="/">对话页</a>，不用登录。
        </Typography.Paragraph>
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit} autoComplete="on">
          <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请填用户名' }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填密码' }]}>
            <Input.Password autoComplete="current-password" visibilityToggle={false} />
          </Form.Item>
          <Flex vertical gap={16}>
            <Failure error={error} />
            <Button type="primary" htmlType="submit" loading={busy} block>
              登录
            </Button>
            {outside && (
              <Button href={outside.address} block>
                {outside.label}
              </Button>
            )}
            <Typography.Text type="secondary">
              还没有账号，请本单位管理员在服务器上用 qingdan user add 开一个。
            </Typography.Text>
          </Flex>
        </Form>
      </Card>
    </Flex>
  );
}
