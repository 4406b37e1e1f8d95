/** How long until an agreement is looked at again (E32): a few usual lengths, never past the most. */
export function lengths(usual: number, most: number): number[] {
  const all = [14, 30, 60, 90, usual].filter((days) => days > 0 && days <= most);
  return [...new Set(all)].sort((a, b) => a - b);
}
