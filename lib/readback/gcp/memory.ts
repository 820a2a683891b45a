/** Google's notation of memory, in MiB: `512Mi`, `2Gi`. */
export function readMemory(value: unknown): number | undefined {
  const [, amount, unit] = typeof value === 'string' ? (/^([1-9]\d*)(Mi|Gi)$/.exec(value) ?? []) : [];
  return amount === undefined ? undefined : Number(amount) * (unit === 'Gi' ? 1_024 : 1);
}
