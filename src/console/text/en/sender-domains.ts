export const senderDomains = {
  what: 'Whether receivers will believe that mail of this account may be from its domains: by what their DNS says. Nothing is sent.',
  selectors: 'DKIM selectors', selectorsHint: 'Separated by blanks; left empty: those that the provider usually has',
  check: 'Check sender domains', withEdits: 'The check uses your edits, which need not be posted.',
  checks: { SPF: 'SPF', DKIM: 'DKIM', DMARC: 'DMARC', MX: 'MX', PTR: 'Reverse name' },
  outcomes: { PASSED: 'Passed', WARNING: 'Warning', FAILED: 'Failed', UNKNOWN: 'Not known' },
};
