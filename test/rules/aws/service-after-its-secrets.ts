import { containersOf } from '../aws-shapes';
import { referencesIn } from '../reference';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A task can't start before each secret in its environment has a value.",
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
  ],
  of: ['AWS::ECS::Service'],
  with: ['AWS::SecretsManager::Secret', 'aws:secretsmanager/secretVersion:SecretVersion'],
  where: (service, view) =>
    view
      .named(service, 'TaskDefinition')
      .some((task) => containersOf(task).some((one) => one.all('Secrets').length > 0)),
  *check(service, view) {
    const [task] = view.named(service, 'TaskDefinition');
    // An environment may name a secret that the code reads itself, later.
    const read = containersOf(task!).flatMap((one) => referencesIn(one.get('Secrets')).map(({ id }) => id));
    for (const secret of view.of('AWS::SecretsManager::Secret').filter(({ id }) => read.includes(id))) {
      const versions = view.pointingAt(secret, 'aws:secretsmanager/secretVersion:SecretVersion', 'secretId');
      if (!secret.text('SecretString') && !versions.some((one) => view.isAfter(service, one)))
        yield `may start before ${secret.id} has a value`;
    }
  },
  counterCase: (view) => {
    view.forget(...view.of('aws:secretsmanager/secretVersion:SecretVersion'));
    for (const secret of view.of('AWS::SecretsManager::Secret')) secret.set('SecretString', undefined);
  },
};
