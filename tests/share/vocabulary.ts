import { join } from 'node:path';
import ts from 'typescript';

/**
 * Holds blocks of JSON-LD against the vocabulary of schema.org: each as a value of the types that schema-dts makes out of it. A type,
 * a property or a kind of value that the vocabulary does not have is a fault; the answer has one for each block that has any.
 */
export function faultsIn(blocks: ReadonlyMap<string, string>): [string, string][] {
  const names = [...blocks.keys()];
  const lines = [...blocks.values()].map((block, i) => `export const block${i}: Graph = ${bare(block)};`);
  const file = join(process.cwd(), 'tests', 'share', 'blocks.virtual.ts');
  const text = ["import type { Graph } from 'schema-dts';", ...lines].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? text : readFile(path));
  host.getSourceFile = (path, target, ...rest) =>
    path === file ? ts.createSourceFile(path, text, target) : getSourceFile(path, target, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, start, file: where }) => {
    const line = where && start !== undefined ? where.getLineAndCharacterOfPosition(start).line : 0;
    return [names[line - 1] ?? '', ts.flattenDiagnosticMessageText(messageText, '\n')];
  });
}

// How an action takes its input is said beside its properties and not by them: https://schema.org/docs/actions.html#part-4
function bare(block: string): string {
  return JSON.stringify(JSON.parse(block, (key, value) => (/-(?:input|output)$/.test(key) ? undefined : value)));
}
