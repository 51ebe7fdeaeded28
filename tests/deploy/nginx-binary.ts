import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** An nginx that can be started, and where its libraries are if the system has not all of them. */
export interface Binary {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const UNPACKED = join(process.cwd(), '.build', 'nginx');

/** The nginx of the system, or Debian's package unpacked below `.build` and not installed; a sentence says why there is neither. */
export function nginxBinary(): Binary | { readonly fault: string } {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const own = folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path));
  if (own) return starts({ path: own, env: {} });
  if (!existsSync(UNPACKED)) {
    const fault = unpackDebian();
    if (fault !== undefined) return { fault: `there is no nginx here, and none could be fetched: ${fault}` };
  }
  const libraries = readdirSync(UNPACKED, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.so\b/.test(name))
    .map(({ parentPath }) => parentPath);
  return starts({
    path: join(UNPACKED, 'usr', 'sbin', 'nginx'),
    env: { LD_LIBRARY_PATH: [...new Set(libraries)].join(':') },
  });
}

function starts(binary: Binary): Binary | { readonly fault: string } {
  const { status, stderr, error } = spawnSync(binary.path, ['-v'], {
    encoding: 'utf8',
    env: { ...process.env, ...binary.env },
  });
  return status === 0 ? binary : { fault: `${binary.path} does not start: ${error?.message ?? stderr}` };
}

/** Fetches the package and the libraries that it names, and puts them in place when they are whole. */
function unpackDebian(): string | undefined {
  if (run('dpkg', ['--version']) !== undefined) return 'this is no Debian; install nginx for its tests to run';
  mkdirSync(join(UNPACKED, '..'), { recursive: true });
  const draft = mkdtempSync(`${UNPACKED}-`);
  try {
    // Fresh containers come without lists of packages, and only root may fetch them.
    let names = wanted();
    if (names.length === 0) {
      const fault = run('apt-get', ['update', '-q']);
      if (fault !== undefined) return fault;
      names = wanted();
    }
    const fault = run('apt-get', ['download', '-q', ...names], draft);
    if (fault !== undefined) return fault;
    for (const file of readdirSync(draft).filter((name) => name.endsWith('.deb'))) {
      const unfit = run('dpkg', ['-x', file, 'nginx'], draft);
      if (unfit !== undefined) return unfit;
    }
    renameSync(join(draft, 'nginx'), UNPACKED);
    return undefined;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The package and its libraries; that of C itself has to be the system's. */
function wanted(): string[] {
  const { stdout } = spawnSync('apt-cache', ['depends', '--important', 'nginx'], { encoding: 'utf8' });
  const libraries = [...(stdout ?? '').matchAll(/Depends: (lib[\w.+-]+|zlib1g)/g)].map(([, name = '']) => name);
  return libraries.length === 0 ? [] : ['nginx', ...libraries.filter((name) => name !== 'libc6')];
}

/** Runs a command to its end; what it complained of if it failed. */
function run(command: string, args: readonly string[], cwd?: string): string | undefined {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 90_000 });
  return status === 0 ? undefined : `${command} ${args[0]}: ${error?.message ?? stderr.trim()}`;
}
