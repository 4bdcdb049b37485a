// Fails when something that ends up in the pages is under a licence that may not be linked in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

const allowed = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'OFL-1.1', 'CC0-1.0']);

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const refused = Object.entries(packages)
  .filter(([place, entry]) => place !== '' && !entry.dev && !allowed.has(entry.license))
  .map(([place, entry]) => `${place}: ${entry.license ?? 'no licence named'}`);

if (refused.length > 0) {
  console.error(`Licences that are not on the list:\n${refused.join('\n')}`);
  process.exit(1);
}
