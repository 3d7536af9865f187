import wellKnown from 'nodemailer/lib/well-known';
import type { WellKnown } from '../../domain/discovery/known.js';

/** The port that nodemailer takes where its list names none. */
const UNSAID_PORT = 587;

/**
 * The service that nodemailer's list has for a domain; null where it has none. The list is also kept by names such as "Gmail",
 * which a domain never is for want of a dot.
 */
export const wellKnownService = (domain: string): WellKnown | null => {
  const service = wellKnown(domain);
  if (service === false || service.host === undefined) return null;
  return {
    name: service.description ?? service.host, server: service.host, port: Number(service.port ?? UNSAID_PORT), secure: service.secure === true,
    requireTls: service.requireTLS === true,
  };
};
