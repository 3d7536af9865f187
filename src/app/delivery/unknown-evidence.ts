import { diagnose } from '../../domain/diagnosis.js';
import type { Evidence } from '../../domain/stage.js';
import type { JudgedTry } from './settled-email.js';

/**
 * What a server said in a try that the catalogue does not know: of each recipient that it refused by name, else of the
 * message. Nothing of what went well is looked at.
 */
export const unknownEvidence = ({ tried: { report: { evidence, recipients } }, diagnosis }: JudgedTry): Evidence[] => {
  const refused = recipients.filter(({ accepted }) => !accepted);
  if (refused.length === 0) return diagnosis?.catalogued === false ? [evidence] : [];
  const stage = evidence.stage === 'PROVIDER_API' ? 'PROVIDER_API' : 'RCPT_TO';
  return refused.map(({ code, enhancedCode, reply }): Evidence => ({ ...evidence, code, enhancedCode, reply, errorCode: null, errorMessage: null, stage }))
    .filter((one) => !diagnose(one).catalogued);
};
