export const emails = {
  title: 'Emails',
};
