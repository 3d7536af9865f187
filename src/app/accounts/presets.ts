import type { Preset } from '../../domain/presets/preset.js';
import { PRESETS } from '../../domain/presets.js';

/** What is known of providers, for a form to offer. */
export const smtpProviderPresets = (): readonly Preset[] => PRESETS;
