// `npm run test:full` runs what is named so; with ATLAS_TESTS=full these are ten times as many pieces.
import './recall.browser.test.ts';
