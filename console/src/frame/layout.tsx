import { Button, Dropdown, Flex, Layout, Menu, Spin } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useSigned, useSigning } from '../api/session.js';
import type { Scheme } from '../theme.js';
import { useLook } from './look.js';
import { PAGES } from './pages.js';
import { SCHEME_NAMES } from './scheme-names.js';

/** Header, menu by rights, and the page. */
export function Frame() {
  const { may } = useSigned();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [, current = ''] = pathname.split('/');
  // Whoever changes the page by keyboard or screen reader goes on at its beginning.
  const last = useRef(current);
  useEffect(() => {
    if (last.current !== current) main.current?.focus();
    last.current = current;
  }, [current]);
  const items = PAGES.filter(({ needs }) => needs === undefined || may(...needs)).map(
    ({ path, name, icon }) => ({
      key: path,
      icon,
      label: <Link to={`/${path}`}>{name}</Link>,
    }),
  );
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Header />
      <Layout>
        <Layout.Sider
          width={184}
          breakpoint="lg"
          collapsedWidth={56}
          // The menu stays at hand on long pages.
          style={{
            position: 'sticky',
            top: 0,
            height: '100vh',
            overflowY: 'auto',
            borderInlineEnd: '1px solid var(--line)',
          }}
        >
          <nav aria-label="工作台的页面">
            <Menu mode="inline" selectedKeys={[current]} items={items} style={{ border: 0 }} />
          </nav>
        </Layout.Sider>
        <Layout.Content id="main" ref={main} tabIndex={-1} className="content">
          <Suspense fallback={<Spin />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function Header() {
  const { scheme, choose } = useLook();
  const { user } = useSigned();
  const { signOut } = useSigning();
  const schemes = Object.entries(SCHEME_NAMES).map(([key, label]) => ({ key, label }));
  return (
    <Layout.Header
      className="top"
      style={{ height: 56, lineHeight: 'normal', borderBottom: '1px solid var(--line)' }}
    >
      <Flex justify="space-between" align="center" style={{ height: '100%' }} gap={16}>
        <Link to="/" style={{ fontSize: 18, fontWeight: 600 }}>
          清单助手 · 工作台
        </Link>
        <Flex align="center" gap={12}>
          <span className="who">
            {user.regionName} · {user.roleName} · {user.name}
          </span>
          <Dropdown
            trigger={['click']}
            menu={{
              items: schemes,
              selectable: true,
              selectedKeys: [scheme],
              onClick: ({ key }) => choose(key as Scheme),
            }}
          >
            <Button aria-haspopup="menu">{SCHEME_NAMES[scheme]}</Button>
          </Dropdown>
          <Button onClick={() => void signOut()}>退出</Button>
        </Flex>
      </Flex>
    </Layout.Header>
  );
}
