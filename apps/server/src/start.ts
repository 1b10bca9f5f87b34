import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigError, loadConfig } from './config.ts';
import { PlainError } from './launch/plain-error.ts';
import { type Role, roles } from './launch/roles.ts';
import { openTerminal } from './launch/terminal.ts';

const usage = `npm start                       everything on this machine
npm start -- --role api         the API alone, against DATABASE_URL
npm start -- --role worker      a worker alone, against DATABASE_URL`;

const terminal = openTerminal();

try {
  await start();
} catch (error) {
  if (error instanceof PlainError || error instanceof ConfigError)
    for (const line of error.message.split('\n')) terminal.complain(line);
  else {
    terminal.complain('it cannot start.');
    console.error(error);
  }
  process.exit(1);
}

async function start(): Promise<void> {
  const { role, watch, help } = readArguments();
  if (help) return terminal.print(usage);
  const config = loadConfig();
  // Each role loads its own code only: the API never loads pixels, the launcher neither.
  if (role) {
    const { startRole } = await import('./launch/start-role.ts');
    return startRole(role, config);
  }
  const { launch } = await import('./launch/launcher.ts');
  await launch({ config, terminal, script: fileURLToPath(import.meta.url), watch });
}

function readArguments(): { role: Role | undefined; watch: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        role: { type: 'string' },
        watch: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const role = roles.find((known) => known === values.role);
    if (values.role !== undefined && !role)
      throw new PlainError(`there is no role "${values.role}". Write --role ${roles.join(' or --role ')}.`);
    return { role, watch: values.watch ?? false, help: values.help ?? false };
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
