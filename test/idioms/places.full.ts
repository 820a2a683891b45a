import { App } from 'aws-cdk-lib';
import { temporaryFolder } from '../rendering';
import { places } from './places';
import { fileOf } from './run';

test.each(places.map((place) => [place.what, place] as const))('%s', (_, { context = {}, make, says }) => {
  const app = new App({ outdir: temporaryFolder(), analyticsReporting: false, context });
  const synth = (): unknown => {
    make(app, fileOf());
    return app.synth();
  };
  if (says === undefined) expect(synth).not.toThrow();
  else expect(synth).toThrow(says);
});
