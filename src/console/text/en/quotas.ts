export const quotas = {
  title: 'Quota groups', what: 'A quota that several accounts of one provider share. An account joins under Limits and fallback.',
  add: 'New group', name: 'Name', accounts: 'Accounts', change: 'Change', erase: 'Erase', save: 'Save', actions: 'Actions', noLimit: 'No limit where nothing is given',
  messagesPerMinute: 'Emails per minute', messagesPerHour: 'Emails per hour', messagesPerDay: 'Emails per day (UTC)',
  none: 'No quota group yet', eraseQuestion: (name: string): string => `Erase ${name}?`, eraseWhat: 'Only one that no account names can be erased.',
};
