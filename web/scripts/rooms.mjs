// The lint rule `rooms/imports`: app → features → shared, and no feature imports another.
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { root } from './steps.mjs';

const source = join(root, 'src');

/** The room of a file: ['features', 'ticket'], ['shared', …], or null outside src. */
function room(path) {
  const inside = relative(source, path);
  return inside.startsWith('..') ? null : inside.split(sep);
}

function complaint(from, to) {
  if (from[0] === 'shared' && to[0] !== 'shared') return 'shared imports nothing from app or features';
  if (from[0] === 'features' && to[0] === 'app') return 'a feature does not import the app';
  if (from[0] === 'features' && to[0] === 'features' && from[1] !== to[1]) {
    return `feature ${from[1]} must not import feature ${to[1]}: move what both need to shared`;
  }
  return null;
}

const imports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node) => {
      const written = node.source?.value;
      if (typeof written !== 'string') return;
      const target = written.startsWith('@/')
        ? join(source, written.slice(2))
        : written.startsWith('.')
          ? resolve(dirname(context.filename), written)
          : null;
      if (!target) return;
      const from = room(context.filename);
      const to = room(target);
      const message = from && to && complaint(from, to);
      if (message) context.report({ node, message });
      const found = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].some((end) => existsSync(target + end));
      if (!found) context.report({ node, message: `nothing at ${written}` });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

export default { rules: { imports } };
