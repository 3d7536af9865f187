import { fillStep, type Blanks } from './diagnosis/fill.js';
import type { Provider, RemedyStep } from './diagnosis/vocabulary.js';
import { eximGuide } from './relaying/exim.js';
import { exchangeGuide } from './relaying/exchange.js';
import { googleGuide } from './relaying/google.js';
import { mailEnableGuide } from './relaying/mailenable.js';
import { microsoft365Guide } from './relaying/microsoft365.js';
import { postfixGuide } from './relaying/postfix.js';
import { sendGridGuide } from './relaying/sendgrid.js';
import { sesGuide } from './relaying/ses.js';
import { RELAYING_PLATFORMS, type GuideText, type RelayingPlatform } from './relaying/vocabulary.js';

export { RELAYING_PLATFORMS, type RelayingPlatform } from './relaying/vocabulary.js';

const GUIDES: Readonly<Record<RelayingPlatform, GuideText>> = {
  EXCHANGE: exchangeGuide, MICROSOFT365: microsoft365Guide, GOOGLE: googleGuide, MAILENABLE: mailEnableGuide, POSTFIX: postfixGuide,
  EXIM: eximGuide, SES: sesGuide, SENDGRID: sendGridGuide,
};

/** A page of the relaying guide, its blanks filled as far as they are known. */
export interface RelayingGuide {
  readonly platform: RelayingPlatform;
  readonly title: string;
  readonly introduction: string;
  readonly sections: readonly { readonly title: string; readonly steps: readonly RemedyStep[] }[];
  readonly diagnosisIds: readonly string[];
  readonly link: string;
}

/** In a remedy a step may begin with "Or", after another; at the head of a section there is none. */
const atHead = ({ text, command }: RemedyStep): RemedyStep =>
  ({ command, text: text.replace(/^(?:Or|Better:) (.)/, (_, letter: string) => letter.toUpperCase()) });

export const relayingGuide = (platform: RelayingPlatform, blanks: Blanks): RelayingGuide => {
  const { sections, ...text } = GUIDES[platform];
  const filled = sections.map(({ title, steps }) => ({ title, steps: steps.map((step) => fillStep(step, blanks)) }));
  return { ...text, sections: filled.map(({ title, steps: [first, ...more] }) => ({ title, steps: first ? [atHead(first), ...more] : [] })) };
};

/**
 * The page that leads out of a fault: that of the provider, if its page is about this fault; else that of the only platform
 * whose page is. RELAY_DENIED in words that every server may say belongs to no page by itself.
 */
export const guideFor = (diagnosisId: string, provider: Provider): RelayingPlatform | null => {
  const about = RELAYING_PLATFORMS.filter((platform) => GUIDES[platform].diagnosisIds.includes(diagnosisId));
  return about.find((platform) => platform === provider) ?? (about.length === 1 ? about[0] ?? null : null);
};
