/** A function that runs, as its callers know it. */
export interface Callee {
  /** The name of the service that it is on Cloud Run. */
  readonly service: string;
  readonly address: string;
}

/** What is held by whom, on what: a role of somebody's on a resource. */
export interface Grant {
  readonly resource: string;
  readonly role: string;
  readonly member: string;
}

/** A token with which a service of Google's calls, in Terraform's words. */
export interface Token {
  readonly service_account_email: string;
  readonly audience: string;
}

/** Calls functions on behalf of Google's services, and asks first whether it may, as Cloud Run does. */
export class Caller {
  constructor(
    private readonly callees: readonly Callee[],
    private readonly grants: readonly Grant[],
  ) {}

  holds(member: string, role: string, resource: string): boolean {
    return this.grants.some((one) => one.member === member && one.role === role && one.resource === resource);
  }

  /** Calls a function, and returns the status of its answer: 403 if nobody lets the account call, 404 if it isn't there. */
  async call(url: string, token: Token, body: Buffer, headers: Readonly<Record<string, string>>): Promise<number> {
    const callee = this.callees.find(({ address }) => new URL(url).origin === address);
    if (callee === undefined) return 404;
    const member = `serviceAccount:${token.service_account_email}`;
    if (!this.holds(member, 'roles/run.invoker', callee.service) || token.audience !== callee.address) return 403;
    const answer = await fetch(url, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    return answer.status;
  }
}

/** Whether an answer says that all is well. */
export const isWell = (status: number): boolean => status >= 200 && status < 300;
