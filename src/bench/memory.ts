import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What `/proc/<pid>/status` says of a process. */
export interface ProcessStatus {
  readonly parent: number;
  /** Resident memory in bytes; 0 for a process that has ended and not been collected. */
  readonly resident: number;
}

/** A process at one moment: what it was started with, and its status. */
export interface Member extends ProcessStatus {
  readonly id: number;
  /** The bytes of `/proc/<pid>/cmdline`; empty for a process that has ended. */
  readonly command: string;
}

/** Milliseconds between two looks at the memory of a process tree. */
export const POLL_MS = 20;

/** Whether memory can be measured here: only where the system lists its processes under `/proc`. */
export const MEMORY_IS_MEASURED = existsSync('/proc/self/status');

/** Reads the text of `/proc/<pid>/status`; undefined where it names no parent. */
export function readStatus(text: string): ProcessStatus | undefined {
  const parent = /^PPid:\s+(\d+)/m.exec(text)?.[1];
  if (parent === undefined) return undefined;
  return { parent: Number(parent), resident: Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024 };
}

/** The ids of a process and of all that come from it. `parents` gives the parent of each process. */
export function treeOf(root: number, parents: ReadonlyMap<number, number>): Set<number> {
  const tree = new Set([root]);
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const [id, parent] of parents) if (tree.has(parent)) tree.add(id);
  }
  return tree;
}

/**
 * The resident memory of a process tree at one moment, in bytes. A process that starts another is there twice for some milliseconds, until
 * the copy becomes the other program: all its pages are those of its parent, and it is told by its parent's command.
 */
export function residentOf(members: readonly Member[]): number {
  const commands = new Map(members.map(({ id, command }) => [id, command]));
  return members
    .filter(({ parent, command }) => command === '' || commands.get(parent) !== command)
    .reduce((sum, { resident }) => sum + resident, 0);
}

/**
 * Watches a process tree from now on. `stop` ends that and returns the peak in bytes of the resident memory summed over the
 * tree (a page that two processes share counts twice), or undefined where it is not measured.
 */
export function watchMemory(root: number): { stop(): number | undefined } {
  if (!MEMORY_IS_MEASURED) return { stop: () => undefined };
  // Only what is new is asked for its parent: on a machine with many processes the watch would slow down what it measures.
  const parents = new Map<number, number>();
  let peak = 0;
  const look = () => {
    const alive = new Set(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number),
    );
    for (const id of parents.keys()) if (!alive.has(id)) parents.delete(id);
    for (const id of alive) if (!parents.has(id)) parents.set(id, statusOf(id)?.parent ?? 0);
    const members = [...treeOf(root, parents)].flatMap((id) => {
      // The command first: what has become another program by then has the memory of that program.
      const command = read(id, 'cmdline') ?? '';
      const status = statusOf(id);
      return status ? [{ id, command, ...status }] : [];
    });
    peak = Math.max(peak, residentOf(members));
  };
  look();
  const timer = setInterval(look, POLL_MS);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

function statusOf(id: number): ProcessStatus | undefined {
  return readStatus(read(id, 'status') ?? '');
}

function read(id: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    // It ended between the listing and the look.
    return undefined;
  }
}
