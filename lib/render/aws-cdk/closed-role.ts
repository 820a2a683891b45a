import type { AddToPrincipalPolicyResult, IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Makes a role to which nothing adds permissions until it is opened. CDK adds permissions for what it finds in a task,
 * and the plan has all that the architecture needs; an app that adds a container later needs what CDK adds for it.
 */
export function closedRole(role: IRole): { readonly role: IRole; readonly open: () => void } {
  let isOpen = false;
  const closed: IRole = new Proxy(role, {
    get(target, property) {
      // Grants ask a role for its principal, and add their statements to that.
      if (property === 'grantPrincipal') return closed;
      if (property === 'addToPrincipalPolicy') {
        return (statement: PolicyStatement): AddToPrincipalPolicyResult =>
          isOpen ? target.addToPrincipalPolicy(statement) : { statementAdded: true, policyDependable: target };
      }
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { role: closed, open: () => void (isOpen = true) };
}
