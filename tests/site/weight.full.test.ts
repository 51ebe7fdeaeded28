// `npm run test:full` runs what is named so; with ATLAS_TESTS=full it opens every page.
import './weight.browser.test.ts';
