/**
 * SendGrid takes 30 MB a message, everything in it encoded
 * (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/limitations); base64 makes four bytes of three, and text and
 * html need room.
 */
export const SENDGRID_ATTACHMENT_BYTES = 20 * 1_048_576;

/** What is wrong with files that are to go through SendGrid, or null: by their sizes, so that nothing need be read. */
export const sendGridSizeFault = (attachments: readonly { readonly sizeBytes: number }[]): string | null =>
  (attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) <= SENDGRID_ATTACHMENT_BYTES ? null
    : `SendGrid takes at most ${SENDGRID_ATTACHMENT_BYTES / 1_048_576} MiB of attachments in one email`);
