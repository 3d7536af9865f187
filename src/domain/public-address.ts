import { ipAddressOf } from './host.js';

/** An address in brackets: `Hello desk.example.com [203.0.113.5]`, `at your service, [2001:db8::1]` (RFC 5321 section 4.1.3). */
const BRACKETED = /\[(?:IPv6:)?([0-9a-f:.]{3,45})\]/i;

/**
 * The address from which a server sees us, where its answer to EHLO says so, as Exchange, Exim and Google do. Whoever
 * stands between, it is this one that the server's administrator has to allow.
 */
export const addressSeenBy = (ehloReply: string | null): string | null => {
  const [, address] = BRACKETED.exec((ehloReply ?? '').slice(0, 500)) ?? [];
  return address === undefined ? null : ipAddressOf(address);
};
