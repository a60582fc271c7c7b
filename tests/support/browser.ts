import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TEMPORARY = tmpdir();
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

export type Browser = { executablePath: string; args: string[]; environment: Record<string, string> };

/**
 * A Chromium: the one that BROWSER names, else an installed one, else the one that npm brings. The last comes without
 * system libraries or fonts; both are lent to it, so that Chinese renders on a bare machine.
 */
export async function findBrowser(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const environment = { FONTCONFIG_FILE: process.env.FONTCONFIG_FILE ?? lendFonts() };
  const installed = [process.env.BROWSER, ...INSTALLED].find((file) => file && existsSync(file));
  if (installed) return { executablePath: installed, args, environment };
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'; // read when the module loads: it then unpacks its own libraries
  const { default: chromium } = await import('@sparticuz/chromium');
  const { TMPDIR } = process.env;
  process.env.TMPDIR = ownFolder(); // where it is unpacked
  const executablePath = await chromium.executablePath();
  if (TMPDIR) process.env.TMPDIR = TMPDIR;
  else delete process.env.TMPDIR;
  return { executablePath, args, environment: { ...environment, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' } };
}

/** A temporary folder of this user's own: others on the machine have theirs. */
function ownFolder(): string {
  const folder = path.join(TEMPORARY, `cacem-browser-${process.getuid?.() ?? ''}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function lendFonts(): string {
  const folder = path.join(ownFolder(), createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12));
  const fonts = ['400Regular', '600SemiBold'].map(
    (weight) => `<dir>${path.resolve('node_modules/@expo-google-fonts/noto-sans-sc', weight)}</dir>`,
  );
  const aliases = ['system-ui', 'sans-serif', 'serif'].map(
    (family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(file, `<fontconfig>${fonts.join('')}${aliases.join('')}<cachedir>${folder}</cachedir></fontconfig>`);
  return file;
}
