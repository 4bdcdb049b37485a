import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Antd, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { Problem } from '@/shared/api/problem';
import { LanguageProvider, useLanguage } from '@/shared/i18n';
import { SessionProvider, sessionKey } from '@/shared/session';
import { theme } from '@/shared/ui/theme';
import { router } from './routes';

/** The session is over: forget it, and the gate asks to sign in again and comes back. */
function signedOut(thrown: unknown, queryKey?: readonly unknown[]): void {
  if (thrown instanceof Problem && thrown.status === 401 && queryKey?.[0] !== sessionKey[0]) {
    if (thrown.code !== 'totp-required' && thrown.code !== 'bad-credentials') queries.setQueryData(sessionKey, null);
  }
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (thrown, query) => signedOut(thrown, query.queryKey) }),
  mutationCache: new MutationCache({ onError: (thrown) => signedOut(thrown) }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, thrown) => count < 2 && thrown instanceof Problem && thrown.status === 0,
    },
  },
});

function Dressed({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <Antd>{children}</Antd>
    </ConfigProvider>
  );
}

export function Shouyue() {
  return (
    <LanguageProvider>
      <Dressed>
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <RouterProvider router={router} />
          </SessionProvider>
        </QueryClientProvider>
      </Dressed>
    </LanguageProvider>
  );
}
