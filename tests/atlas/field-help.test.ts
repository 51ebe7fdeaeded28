import { describe, expect, test } from 'vitest';
import { helpFor } from '../../src/atlas/field-help.ts';
import { FOLDERS } from '../../src/atlas/files.ts';

/** Every path of a schema that ends in a name, found through arrays, unions and defaults. */
function pathsOf(schema: unknown, path: readonly PropertyKey[] = []): PropertyKey[][] {
  interface Definition {
    readonly shape?: Record<string, unknown>;
    readonly element?: unknown;
    readonly innerType?: unknown;
    readonly in?: unknown;
    readonly options?: readonly unknown[];
  }
  const definition = (schema as { readonly _zod: { readonly def: Definition } })._zod.def;
  if (definition.shape) {
    return Object.entries(definition.shape).flatMap(([name, inner]) => [
      [...path, name],
      ...pathsOf(inner, [...path, name]),
    ]);
  }
  if (definition.element) return pathsOf(definition.element, [...path, 0]);
  if (definition.options) return definition.options.flatMap((option) => pathsOf(option, path));
  const inner = definition.innerType ?? definition.in;
  return inner ? pathsOf(inner, path) : [];
}

const paths = Object.values(FOLDERS).flatMap(({ schema }) => pathsOf(schema));
const NONE = helpFor([]);

describe('every field of every schema', () => {
  test('is walked', () => {
    expect(paths.length).toBeGreaterThan(80);
    expect(paths).toContainEqual(['figures', 0, 'printed']);
    expect(paths).toContainEqual(['setAside', 'numbers', 0, 'reason']);
  });

  test('has words of its own and an example', () => {
    const names = paths.filter((path) => path.at(-1) !== 'min' && path.at(-1) !== 'max');
    expect(
      names
        .filter((path) => helpFor(path) === NONE || helpFor(path).expected === NONE.expected)
        .map((path) => path.join('.')),
    ).toEqual([]);
  });
});

test('the same name means what it means in its list', () => {
  expect(helpFor(['figures']).expected).toBe('数据的列表，每条一行');
  expect(helpFor(['remarks', 0, 'figures', 0]).expected).toBe('本县数据的 id 的列表');
  expect(helpFor(['unlike', 0, 'figures']).expected).toContain('写作 县/数据');
});
