import { resourcesOf, shown } from '../element';

describe('a topic on gcp-pulumi', () => {
  it('renders these resources and no others', async () => {
    const t = await resourcesOf('\nname: shop\ntags: { team: x }\ntopics: { t: {} }', 'gcp-pulumi', 'topics.t');
    expect(shown(t)).toMatchInlineSnapshot(`
     "topic:
       type: gcp:pubsub/topic:Topic
       inputs:
         labels:
           team: x
         messageStoragePolicy:
           allowedPersistenceRegions:
             - <gcp:region>
         name: shop-t-6ebeaa79
       options:
         dependsOn:
           - …::shop-foundation-enable-pubsub
     "
    `);
  });
});
