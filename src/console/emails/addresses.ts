/** Addresses as people type them: one a line, or separated by commas outside of quotes and angle brackets. */
export const addressList = (typed: string): string[] =>
  typed.split(/[\n;]|,(?=(?:[^"]*"[^"]*")*[^"]*$)(?![^<]*>)/).map((one) => one.trim()).filter((one) => one !== '');
