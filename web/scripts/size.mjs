// Tells what the first page costs, gzipped: index.html and all that it loads before anything is clicked.
// Fails above the limit.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './steps.mjs';

const limit = 400 * 1024;
const pages = join(root, 'target', 'classes', 'META-INF', 'resources');
const gzipped = (path) => gzipSync(readFileSync(path)).length;
const html = readFileSync(join(pages, 'index.html'), 'utf8');
const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
const sum = first.reduce((total, name) => total + gzipped(join(pages, name)), gzipped(join(pages, 'index.html')));
const all = readdirSync(join(pages, 'assets')).reduce((total, name) => total + gzipped(join(pages, 'assets', name)), 0);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} kB`;
console.log(`first load ${kilobytes(sum)} in ${first.length} files, everything ${kilobytes(all)} (gzip)`);
for (const name of first) console.log(`  ${kilobytes(gzipped(join(pages, name)))}  ${name}`);
if (sum > limit) {
  console.error(`the first load is over ${kilobytes(limit)}`);
  process.exit(1);
}
