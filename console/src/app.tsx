import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, Flex, App as Messages, Spin } from 'antd';
import chinese from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { Refused } from './api/refused.js';
import { SESSION, SignedIn, useCurrentUser } from './api/session.js';
import { Frame } from './frame/layout.js';
import { LookContext } from './frame/look.js';
import { PAGES } from './frame/pages.js';
import { useScheme } from './frame/scheme.js';
import { SignIn } from './frame/sign-in.js';
import { Failure } from './parts/failure.js';
import { themeOf } from './theme.js';

/** A session that has ended is seen by the first call that is refused; whoever works then signs in again. */
function createClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (times, error) => !(error instanceof Refused) && times < 2,
        throwOnError: (error) => {
          if (error instanceof Refused && error.code === 'QD-LOGIN') client.setQueryData(SESSION, null);
          return false;
        },
      },
    },
  });
  return client;
}

export function App({ nonce }: { nonce: string }) {
  const { scheme, choose, dark } = useScheme();
  const client = useMemo(createClient, []);
  const chosen = useMemo(() => ({ scheme, choose }), [scheme, choose]);
  const look = useMemo(() => themeOf(dark), [dark]);
  return (
    <ConfigProvider theme={look} locale={chinese} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <Messages>
        <QueryClientProvider client={client}>
          <BrowserRouter basename="/console">
            <LookContext value={chosen}>
              <Signed />
            </LookContext>
          </BrowserRouter>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}

function Signed() {
  const { data: user, error, isPending, refetch } = useCurrentUser();
  if (isPending) {
    return (
      <Flex justify="center" align="center" style={{ minHeight: '100vh' }}>
        <Spin aria-label="正在打开" />
      </Flex>
    );
  }
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (user == null) return <SignIn />;
  const [first] = PAGES;
  return (
    <SignedIn user={user}>
      <Routes>
        <Route element={<Frame />}>
          {PAGES.map(({ path, Component }) => (
            <Route key={path} path={`${path}/*`} element={<Component />} />
          ))}
          <Route path="*" element={<Navigate to={`/${first?.path}`} replace />} />
        </Route>
      </Routes>
    </SignedIn>
  );
}
