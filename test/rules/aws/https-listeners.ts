import type { Rule } from '../rule';

const listener = 'AWS::ElasticLoadBalancingV2::Listener';

export const rule: Rule = {
  title: 'A listener for HTTPS has one certificate and a policy of TLS 1.2 or newer; one for HTTP has neither.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-17',
  ],
  of: [listener],
  *check(one) {
    const certificates = [
      ...one.all('Certificates').map((each) => each.text('CertificateArn')),
      one.text('CertificateArn'),
    ];
    const given = certificates.filter((arn) => arn !== '');
    const policy = one.text('SslPolicy');
    if (one.text('Protocol') !== 'HTTPS') {
      if (given.length > 0 || policy !== '') yield 'has a certificate or a policy without HTTPS';
      return;
    }
    if (given.length !== 1) yield `has ${given.length} certificates`;
    if (!/^ELBSecurityPolicy-TLS13-1-[23]-(?!Ext[12]-)/.test(policy)) yield `has the policy ${policy}`;
  },
  counterCase: (view) => {
    view.one(listener, (one) => one.text('Protocol') === 'HTTPS').set('SslPolicy', 'ELBSecurityPolicy-2016-08');
  },
  counterOf: 'own network',
};
