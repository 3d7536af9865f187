export const audit = {
  title: 'Audit', search: 'Search', searchHint: 'Who did it, or what it was done to', action: 'Action', subject: 'Of what', from: 'From', before: 'Before', any: 'Any',
  when: 'When', who: 'Who', what: 'What', of: 'Of', changes: 'Changes', none: 'Nothing was done that is like that', noneWhat: 'Search for something else, or look at another time.',
  was: 'was', is: 'is',
};

export const sandbox = {
  title: 'Captured mail', received: 'Received', from: 'From', to: 'To', subject: 'Subject', area: 'Area', size: 'Size',
  none: 'The sandbox caught nothing yet', noneWhat: 'What is sent through the account Sandbox is caught here, and never leaves the house.',
  read: 'Read', readWhat: 'That you read it is written to the audit.', html: 'HTML', plain: 'Text', raw: 'Source', attachments: 'Attachments', messageId: 'Message-ID',
};

export const guide = {
  title: 'Relaying guide', what: 'How to get mail relayed, by each kind of server. The same steps come with the diagnosis of a test.', platform: 'Server',
  account: 'Filled in for', accountHint: 'Its server, log-on and sender stand in the commands', noAccount: 'No account', vendor: 'What the vendor says',
};
