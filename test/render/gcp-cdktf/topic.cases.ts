import { resourcesOf, shown } from '../element';

describe('a topic on gcp-cdktf', () => {
  it('renders these resources and no others', async () => {
    const t = await resourcesOf('\nname: shop\ntags: { team: x }\ntopics: { t: {} }', 'gcp-cdktf', 'topics.t');
    expect(shown(t)).toMatchInlineSnapshot(`
     "Topic:
       type: google_pubsub_topic
       depends_on:
         - google_project_service.Architecture_foundation_EnablePubsub_DD9E57E8
       labels:
         team: x
       message_storage_policy:
         allowed_persistence_regions:
           - \${var.region}
       name: shop-t-6ebeaa79
     "
    `);
  });
});
