import { expect, test } from 'vitest';
import { falseFriendSchema } from '../../src/model/false-friend.ts';

const USES = [
  { county: 'mou', initiatives: ['branches'], means: '支部建设的五项' },
  { county: 'lin', initiatives: ['resettlement'], means: '安置点的设施' },
];
const FRIEND = { name: '五化', english: 'Five transformations', uses: USES, contrast: '一个指支部，一个指安置点' };

test('a false friend says what each county means by the name, and in what they differ', () => {
  expect(falseFriendSchema.parse(FRIEND)).toEqual({ ...FRIEND, aliases: [] });
});

test.each([
  ['one use only', { uses: USES.slice(0, 1) }],
  ['a use without a practice', { uses: [USES[0], { ...USES[1], initiatives: [] }] }],
  ['no contrast', { contrast: undefined }],
  ['a practice named from outside its county', { uses: [USES[0], { ...USES[1], initiatives: ['lin/resettlement'] }] }],
])('a false friend may not have %s', (_, change) => {
  expect(falseFriendSchema.safeParse({ ...FRIEND, ...change }).success).toBe(false);
});
