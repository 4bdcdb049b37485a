// Puts the four typefaces that documents are rendered with into target/classes/fonts.
// They come from npm, are pinned by fonts/package-lock.json, and are fetched once.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, npm, root } from './steps.mjs';

const target = join(root, 'target', 'classes', 'fonts');
const stamp = join(root, 'target', 'fonts.stamp');
const wanted = {
  'NotoSansSC-Regular.ttf': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'NotoSerifSC-Regular.ttf': 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold.ttf': 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'OFL.txt': 'noto-sans-sc/LICENSE_FONT',
};

export function fonts() {
  const inputs = digest([join(root, 'fonts'), join(root, 'scripts', 'fonts.mjs')]);
  const present = Object.keys(wanted).every((name) => existsSync(join(target, name)));
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return;

  const work = join(root, 'target', 'fonts');
  mkdirSync(work, { recursive: true });
  mkdirSync(target, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    copyFileSync(join(root, 'fonts', name), join(work, name));
  }
  npm(['ci', '--ignore-scripts', '--prefer-offline'], work);
  for (const [name, source] of Object.entries(wanted)) {
    copyFileSync(join(work, 'node_modules', '@expo-google-fonts', source), join(target, name));
  }
  rmSync(work, { recursive: true });
  writeFileSync(stamp, inputs);
}
