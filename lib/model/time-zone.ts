import { z } from 'zod';

/** Name of a time zone in the IANA database: `Europe/Berlin`, `UTC`. */
export const timeZoneSpec = z
  .string()
  .refine(isTimeZone, 'must be the name of a time zone in the IANA database, such as Europe/Berlin or UTC');

function isTimeZone(name: string): boolean {
  // Offsets aren't names, and clouds accept names only in their exact case.
  if (!/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*)*$/.test(name)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}
