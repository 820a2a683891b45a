import { resourcesOf, shown } from '../element';

describe('a topic on aws-cdk', () => {
  it('renders these resources and no others', async () => {
    const t = await resourcesOf('\nname: shop\ntags: { team: x }\ntopics: { t: {} }', 'aws-cdk', 'topics.t');
    expect(shown(t)).toMatchInlineSnapshot(`
     "Topic:
       Type: AWS::SNS::Topic
       Properties:
         Tags:
           - Key: team
             Value: x
     "
    `);
  });
});
