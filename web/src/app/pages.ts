import type { FeaturePage, Group } from '@/shared/pages';

const found = import.meta.glob<{ pages: FeaturePage[] }>('../features/*/pages.ts', { eager: true });

/** The pages of every feature: a feature that has a `pages.ts` is in the house. */
export const pages: FeaturePage[] = Object.values(found).flatMap((feature) => feature.pages);

/** The navigation's groups, top to bottom. */
export const groups: Group[] = ['home', 'promise', 'delivery', 'service', 'people', 'proof', 'house'];
