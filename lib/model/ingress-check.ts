import type { ResolvedArchitecture } from './architecture';
import type { Finding } from './problem';

/** Checks that the foundation's ingress is either HTTPS or plain HTTP. */
export function checkIngress({ foundation }: ResolvedArchitecture): Finding[] {
  if (!foundation?.ingress.https || !foundation.ingress.insecure) return [];
  return [
    {
      path: ['foundation', 'ingress', 'insecure'],
      message: "can't be true with https: port 80 redirects to it",
      hint: 'remove one of them; an overlay removes the one below it with `insecure: null`',
    },
  ];
}
