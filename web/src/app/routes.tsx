import { createBrowserRouter, type RouteObject } from 'react-router';
import SignInPage from '@/features/tenant/SignInPage';
import { Broken } from './Broken';
import { Gate } from './Gate';
import { NotFound } from './NotFound';

type Loaded = Promise<{ default: React.ComponentType }>;

/** One page, loaded when it is first opened. */
const page = (path: string, load: () => Loaded): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});

export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInPage />, errorElement: <Broken /> },
  {
    path: '/',
    element: <Gate />,
    errorElement: <Broken />,
    hydrateFallbackElement: <></>,
    children: [
      {
        errorElement: <Broken />,
        children: [
          page('', () => import('@/features/overview/OverviewPage')),
          page('contracts', () => import('@/features/agreement/ContractsPage')),
          page('contracts/import', () => import('@/features/agreement/intake/UploadPage')),
          page('contracts/:id/intake', () => import('@/features/agreement/intake/IntakePage')),
          page('contracts/:id', () => import('@/features/agreement/ContractPage')),
          page('work', () => import('@/features/work/WorkPage')),
          page('work/runs/:id', () => import('@/features/work/RunPage')),
          page('findings', () => import('@/features/finding/FindingsPage')),
          page('findings/:id', () => import('@/features/finding/FindingPage')),
          page('tickets', () => import('@/features/ticket/TicketsPage')),
          page('tickets/:id', () => import('@/features/ticket/TicketPage')),
          page('assets', () => import('@/features/asset/AssetsPage')),
          page('permits', () => import('@/features/asset/PermitsPage')),
          page('evidence', () => import('@/features/evidence/EvidencePage')),
          page('evidence/:contractId/:seq', () => import('@/features/evidence/EvidenceItemPage')),
          page('reports', () => import('@/features/report/ReportsPage')),
          page('acceptances', () => import('@/features/acceptance/AcceptancesPage')),
          page('acceptances/:id', () => import('@/features/acceptance/AcceptancePage')),
          page('audit', () => import('@/features/audit/AuditPage')),
          page('settings', () => import('@/features/tenant/SettingsPage')),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
