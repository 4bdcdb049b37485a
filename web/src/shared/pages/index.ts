import type { ComponentType } from 'react';
import type { Act } from '@/shared/session';
import type { Language } from '@/shared/i18n';

/** Where a page stands in the navigation, top to bottom. `home` has no heading. */
export type Group = 'home' | 'promise' | 'delivery' | 'service' | 'people' | 'proof' | 'house';

export interface Place {
  group: Group;
  /** Its place within the group; lower is higher. */
  order: number;
  name: Record<Language, string>;
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
  /** Shown to those who may do this only; left out: to everybody. */
  may?: Act;
}

/** One page of a feature. A feature lists its pages as `pages` in its `pages.ts`; the app finds them there. */
export interface FeaturePage {
  /** The address, as react-router writes it, without the leading slash. */
  path: string;
  load: () => Promise<{ default: ComponentType }>;
  /** Left out for a page that is reached from others only. */
  place?: Place;
  /** Shown to everybody, signed in or not, without the frame: the address itself is the right to see it. */
  open?: true;
}
