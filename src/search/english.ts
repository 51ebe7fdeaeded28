import { stemmer } from 'stemmer';
import { ENGLISH } from './question-words.ts';

const MARKS = /\p{Mn}/gu;
const POSSESSIVE = /['’]s?\b/g;

/** The stems of the words of an English text that mean something, each once: singular and plural, -ing and -ed meet in them. */
export function stemsOf(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFD').replace(MARKS, '').replace(POSSESSIVE, '');
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return [...new Set(words.filter((word) => !ENGLISH.has(word)).map(stemmer))];
}
