/** Where an attachment's bytes lie: `<folder>/<first two hexadecimal digits>/<sha256>`, so that no folder grows too wide. */
export const blobPath = (folder: string, sha256: string): string => `${folder}/${sha256.slice(0, 2)}/${sha256}`;
