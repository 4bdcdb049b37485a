// What the build scripts share: running a program, and knowing whether inputs have changed.
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The digest of files and folders: names and contents. Absent ones count as absent. */
export function digest(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) {
        if (name !== 'node_modules') add(join(path, name));
      }
    } else {
      hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

/** Runs npm in a folder; ends the build when it fails. */
export function npm(args, cwd) {
  const outcome = spawnSync('npm', ['--loglevel=error', ...args], { cwd, stdio: 'inherit' });
  if (outcome.status !== 0) {
    console.error(`npm ${args.join(' ')} failed in ${relative(root, cwd) || '.'}`);
    process.exit(1);
  }
}

function run(name, program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (problem) => resolve({ name, code: 1, output: String(problem) }));
    child.on('close', (code) => resolve({ name, code, output }));
  });
}

/** Runs one of the tools in node_modules; resolves with its exit code and what it printed. */
export const tool = (name, args) => run(name, join(root, 'node_modules', '.bin', name), args);

/** Runs a script beside this one. */
export const script = (name) => run(name, process.execPath, [join(root, 'scripts', name)]);
