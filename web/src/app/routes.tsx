import { createBrowserRouter, type RouteObject } from 'react-router';
import SignInPage from '@/features/tenant/SignInPage';
import type { FeaturePage } from '@/shared/pages';
import { Broken } from './Broken';
import { Gate } from './Gate';
import { NotFound } from './NotFound';
import { pages } from './pages';

/** One page, loaded when it is first opened. */
const route = ({ path, load }: FeaturePage): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInPage />, errorElement: <Broken /> },
  ...pages.filter((page) => page.open).map((page) => ({ ...route(page), path: `/${page.path}`, errorElement: <Broken />, hydrateFallbackElement: <></> })),
  {
    path: '/',
    element: <Gate />,
    errorElement: <Broken />,
    hydrateFallbackElement: <></>,
    children: [
      {
        errorElement: <Broken />,
        children: [...pages.filter((page) => !page.open).map(route), { path: '*', element: <NotFound /> }],
      },
    ],
  },
]);
