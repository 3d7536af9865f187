/** What the server wrote into the page: without it the policy of the page lets in no style that Mantine makes. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
