/** The worker that keeps the site in the browser, so that it reads and searches without a network after one visit. */
import { answer, concerns } from './answer.ts';
import { keep, tidy } from './kept.ts';
import { scope } from './scope.ts';

scope.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([tidy(), scope.registration.navigationPreload?.enable()]).then(() => scope.clients.claim()),
  );
});

scope.addEventListener('fetch', (event) => {
  if (concerns(event.request)) event.respondWith(answer(event));
});
