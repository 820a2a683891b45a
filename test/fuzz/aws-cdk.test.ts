import { holds } from './target';

// Few, because `npm test` is to be quick; `npm run test:full` has more.
holds('aws-cdk', 14);
