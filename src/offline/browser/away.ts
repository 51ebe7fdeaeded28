/** What stands in the worker's place where the site is built without one: it takes away what an earlier build has left in browsers. */
import { forget } from './kept.ts';
import { scope } from './scope.ts';

scope.addEventListener('install', () => scope.skipWaiting());

scope.addEventListener('activate', (event) => {
  event.waitUntil(forget(() => true).then(() => scope.registration.unregister()));
});
