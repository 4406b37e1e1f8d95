/** Help lines, for the mock: the shape of the real list, without its numbers. */
import type { HelpPage } from "../generated.ts";

const regions = [
  { id: "uk", name: "United Kingdom" },
  { id: "us", name: "United States" },
];

export function helpPage(region: string | null): HelpPage {
  const base = { known_from: 2024, verified_on: null, text: null, who: null };
  if (region === null || !regions.some((r) => r.id === region))
    return {
      regions,
      region: null,
      lines: [
        { ...base, kind: "emergency", name: "Europe", call: "112" },
        { ...base, kind: "emergency", name: "North America", call: "911" },
      ],
    };
  return {
    regions,
    region,
    lines: [
      { ...base, kind: "emergency", name: "Emergency", call: "000", who: "If you cannot speak, press 55 when asked." },
      { ...base, kind: "crisis", name: "A listening line", call: "000 000" },
      { ...base, kind: "crisis", name: "By text", call: null, text: "HELLO to 00000" },
      {
        ...base,
        kind: "abuse",
        name: "Fear at home",
        call: "0000 000 000",
        known_from: 2023,
        verified_on: "2026-08-02",
      },
      { ...base, kind: "own_behaviour", name: "A line for those who worry about how they act", call: "0000 000 001" },
    ],
  };
}
