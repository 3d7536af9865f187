/** What a page of ours may load: nothing but what comes from here. `style` besides, where a page makes styles itself. */
export const pagePolicy = (style: string): string => [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${style}`,
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
