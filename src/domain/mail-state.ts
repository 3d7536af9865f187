/** Where mail goes at present, for the whole house; what goes by an account that its caller chose is not counted. */
export const MAIL_STATES = ['ON', 'SANDBOX_ONLY', 'NO_ACCOUNT', 'OFF', 'RESTORED_COPY'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** `accounts`: the default account and those of the overrides. */
export const mailState = (
  { enabled, copyReason }: { readonly enabled: boolean; readonly copyReason: string | null }, accounts: Iterable<{ readonly sandbox: boolean }>,
): MailState => {
  if (copyReason !== null) return 'RESTORED_COPY';
  if (!enabled) return 'OFF';
  const all = [...accounts];
  if (all.length === 0) return 'NO_ACCOUNT';
  return all.some(({ sandbox }) => !sandbox) ? 'ON' : 'SANDBOX_ONLY';
};
