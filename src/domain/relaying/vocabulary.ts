/** Whose way of relaying a page of the guide explains. */
export const RELAYING_PLATFORMS = ['EXCHANGE', 'MICROSOFT365', 'GOOGLE', 'MAILENABLE', 'POSTFIX', 'EXIM', 'SES', 'SENDGRID'] as const;
export type RelayingPlatform = (typeof RELAYING_PLATFORMS)[number];

/** A sentence, or a sentence with a command to paste; `{host}` and the like are filled in when it is shown. */
export type StepText = string | readonly [text: string, command: string];

/** One way, or one part of it, with what to do in order. */
export interface GuideSection {
  readonly title: string;
  readonly steps: readonly StepText[];
}

/** A page of the guide before its blanks are filled. Its steps are the remedies of the diagnoses that lead to it. */
export interface GuideText {
  readonly platform: RelayingPlatform;
  readonly title: string;
  /** What relaying comes to there, and which way to choose. */
  readonly introduction: string;
  readonly sections: readonly GuideSection[];
  /** The faults that this page is about. */
  readonly diagnosisIds: readonly string[];
  /** The vendor's own page. */
  readonly link: string;
}
