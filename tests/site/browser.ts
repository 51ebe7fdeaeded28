export { browserPath, launch } from '../../src/bench/browser.ts';
