/** A range of IPv4 addresses as numbers. */
interface Range {
  readonly first: number;
  readonly prefix: number;
}

function parse(cidr: string): Range {
  const [address = '', prefix = '32'] = cidr.split('/');
  return { first: address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0), prefix: Number(prefix) };
}

const format = ({ first, prefix }: Range): string =>
  `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${prefix}`;

/** A range from its first address on: `10.1.2.3/8` → `10.0.0.0/8`. */
export function firstRange(cidr: string): string {
  const { first, prefix } = parse(cidr);
  const size = 2 ** (32 - prefix);
  return format({ first: Math.floor(first / size) * size, prefix });
}

/** The number of addresses in a range. */
export const addressesIn = (cidr: string): number => 2 ** (32 - parse(cidr).prefix);

/** One of the 2^`bits` equal blocks of a range, from 0: block 5 of 8 of `10.0.0.0/16` is `10.0.160.0/19`. */
export function blockOf(cidr: string, bits: number, index: number): string {
  const { first, prefix } = parse(cidr);
  return format({ first: first + index * 2 ** (32 - prefix - bits), prefix: prefix + bits });
}
