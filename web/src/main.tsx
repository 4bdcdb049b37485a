import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Shouyue } from '@/app/Shouyue';
import '@/shared/ui/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Shouyue />
  </StrictMode>,
);
