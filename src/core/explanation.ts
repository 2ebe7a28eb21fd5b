/** Why a row is there: what a stage can tell of one element of the layer it gave. */
export interface Explanation {
  /** What led to it, in order: dictionary entries, then what negation, modality and attribution did. */
  readonly steps: readonly ExplanationStep[];
  /** Features of the model that took part, by weight towards the decision, the strongest first. */
  readonly features?: readonly { readonly feature: string; readonly weight: number }[];
  /** The nearest change of the sentence or the dictionary that would turn it. */
  readonly flip?: string;
}

export interface ExplanationStep {
  /** "dictionary", "negation", "modality", "attribution", "score"… */
  readonly what: string;
  readonly detail: string;
}
