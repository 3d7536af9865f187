export const dashboard = {
  title: 'Dashboard',
  range: 'Time',
  ranges: { 1: 'Hour', 24: 'Day', 168: 'Week', 720: '30 days' },
  accepted: 'Accepted', sent: 'Sent', failed: 'Failed', waiting: 'Waiting', success: 'Success',
  percent: (share: number): string => `${(share * 100).toLocaleString(undefined, { maximumFractionDigits: 1 })} %`,
  throughput: 'Emails by the time they were accepted',
  bar: (when: string, sent: number, failed: number, waiting: number): string => `${when}: ${sent} sent, ${failed} failed, ${waiting} waiting`,
  accounts: 'Accounts', account: 'SMTP account', latency: 'Mean time to accept', queue: 'What waits', area: 'Area', due: 'To go', parked: 'Parked', oldest: 'Oldest',
  noAccount: 'None found yet', diagnoses: 'What was wrong most', diagnosis: 'Diagnosis', count: 'Emails', limits: 'Limits used', window: 'Window', used: 'Used',
  units: { MINUTE: 'Minute', HOUR: 'Hour', DAY: 'Day' },
  usedOf: (taken: number, most: number): string => `${taken.toLocaleString()} of ${most.toLocaleString()}`,
  nothingWaits: 'Nothing waits', nothingWrong: 'Nothing was wrong', noLimits: 'No account has limits', noMail: 'No email in this time',
};
