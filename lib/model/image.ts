import { z } from 'zod';

const host = /(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\d+)?\/)?/;
const part = /[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*/;
const tag = /(?::\w[\w.-]{0,127})?/;
const digest = /(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?/;

/** Reference grammar of container images: https://github.com/distribution/reference/blob/main/reference.go */
const reference = new RegExp(`^${host.source}${part.source}(?:/${part.source})*${tag.source}${digest.source}$`);

/** Name of a container image, such as `nginx:1.27`. */
export const imageName = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    if (text === '' || (text.length <= 512 && reference.test(text))) return;
    const message = 'must be the name of an image, such as nginx:1.27 or registry.example.com/shop/web@sha256:…';
    context.addIssue({ code: 'custom', message, params: { hint: hintFor(text) } });
  });

function hintFor(text: string): string | undefined {
  if (/^\w+:\/\//.test(text)) return 'leave out the protocol';
  if (/\s/.test(text)) return 'a name has no spaces; arguments belong in `command`';
  return text.toLowerCase() !== text && reference.test(text.toLowerCase()) ? 'write it in lower case' : undefined;
}
