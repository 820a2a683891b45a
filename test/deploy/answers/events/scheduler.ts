import { isWell, type Caller, type Token } from './caller';
import type { Clock } from './clock';
import { isDue } from './cron';

/** A job of Cloud Scheduler's, in Terraform's words. */
export interface Job {
  readonly schedule: string;
  readonly time_zone: string;
  readonly http_target: {
    readonly uri: string;
    /** In base64. */
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly oidc_token: Token;
  };
  readonly retry_config?: { readonly retry_count?: number };
}

const minute = 60_000;

/** Cloud Scheduler: calls what is due in every minute that passes, as often as it is asked to if that fails. */
export class Scheduler {
  private seen: number;
  private readonly timer = setInterval(() => this.look(), 50).unref();

  constructor(
    private readonly jobs: readonly Job[],
    private readonly caller: Caller,
    private readonly clock: Clock,
  ) {
    this.seen = Math.floor(clock.now() / minute);
  }

  end(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = Math.floor(this.clock.now() / minute);
    const passed = Array.from({ length: now - this.seen }, (_, index) => this.seen + index + 1);
    this.seen = now;
    for (const one of this.jobs) {
      if (passed.some((at) => isDue(one.schedule, one.time_zone, at * minute))) void this.call(one);
    }
  }

  private async call({ http_target: target, retry_config: { retry_count: retries = 0 } = {} }: Job): Promise<void> {
    const body = Buffer.from(target.body ?? '', 'base64');
    for (let attempt = 0; attempt <= retries; attempt++) {
      if (isWell(await this.caller.call(target.uri, target.oidc_token, body, target.headers ?? {}))) return;
    }
  }
}
