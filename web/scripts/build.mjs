// Builds the pages into target/classes/META-INF/resources, where the server's jar finds them.
// Does nothing when nothing changed since the last good build.
//   --fonts-only   fetch the typefaces and leave the pages alone
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fonts } from './fonts.mjs';
import { digest, npm, root, script, tool } from './steps.mjs';

const stampFile = join(root, 'target', 'web.stamp');
const lockStamp = join(root, 'node_modules', '.shouyue-lock');
const output = join(root, 'target', 'classes', 'META-INF', 'resources', 'index.html');
const inputs = ['src', 'public', 'scripts', 'index.html', 'package.json', 'package-lock.json',
  'openapi.json', 'tsconfig.json', 'vite.config.ts', 'eslint.config.js'].map((name) => join(root, name));

function dependencies() {
  const lock = digest([join(root, 'package.json'), join(root, 'package-lock.json')]);
  if (existsSync(lockStamp) && readFileSync(lockStamp, 'utf8') === lock) return;
  npm(['ci', '--prefer-offline'], root);
  writeFileSync(lockStamp, lock);
}

async function pages() {
  const now = digest(inputs);
  if (existsSync(output) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
  dependencies();
  const outcomes = await Promise.all([
    script('licences.mjs'),
    tool('tsc', ['--noEmit']),
    tool('eslint', ['.', '--max-warnings', '0']),
    tool('vitest', ['run']),
  ]);
  outcomes.push(await tool('vite', ['build', '--logLevel', 'warn']));
  if (outcomes.at(-1).code === 0) outcomes.push(await script('size.mjs'));
  const failed = outcomes.filter((outcome) => outcome.code !== 0);
  for (const outcome of failed) console.error(`--- ${outcome.name} failed\n${outcome.output}`);
  if (failed.length > 0) process.exit(1);
  writeFileSync(stampFile, now);
}

mkdirSync(join(root, 'target'), { recursive: true });
fonts();
if (!process.argv.includes('--fonts-only')) await pages();
