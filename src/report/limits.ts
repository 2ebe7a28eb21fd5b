/** Characters of article text and evidence a report may carry; what does not fit is left out, and said. */
export interface ReportLimits {
  readonly texts: number;
  readonly evidence: number;
  readonly stances: number;
  readonly events: number;
  readonly figures: number;
}

export const defaultLimits: ReportLimits = {
  texts: 2_500_000,
  evidence: 4_000_000,
  stances: 40_000,
  events: 12_000,
  figures: 12_000,
};
