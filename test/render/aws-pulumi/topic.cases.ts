import { resourcesOf, shown } from '../element';

describe('a topic on aws-pulumi', () => {
  it('renders these resources and no others', async () => {
    const t = await resourcesOf('\nname: shop\ntags: { team: x }\ntopics: { t: {} }', 'aws-pulumi', 'topics.t');
    expect(shown(t)).toMatchInlineSnapshot(`
     "topic:
       type: aws:sns/topic:Topic
       inputs:
         tags:
           team: x
     "
    `);
  });
});
