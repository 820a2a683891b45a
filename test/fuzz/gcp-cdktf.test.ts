import { holds } from './target';

// Few, because `npm test` is to be quick; `npm run test:full` has more.
holds('gcp-cdktf', 14);
