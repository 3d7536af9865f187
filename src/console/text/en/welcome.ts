export const welcome = {
  title: 'Set up mail',
  what: 'Until this is done, all mail goes to the sandbox and nothing leaves the house.',
  steps: {
    account: { title: 'Make an SMTP account', what: 'A number and a name, for each address that emails are from.', go: 'SMTP accounts' },
    settings: { title: 'Give its settings', what: 'Server, port, email from, account and password; or Use SendGrid. They can be looked up from an address.', go: 'Settings' },
    test: { title: 'Test them', what: 'Before they are in force: the test says what is wrong and what to do.', go: 'Test' },
    post: { title: 'Post them', what: 'From then on they are in force.', go: 'Settings' },
    enable: { title: 'Make it the default account, and enable mail', what: 'Areas may go by accounts of their own.', go: 'SMTP configuration' },
  },
  done: 'Done', next: 'Next', toCome: 'To come',
};
