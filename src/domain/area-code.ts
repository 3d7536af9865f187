/** Why a text cannot be the code of a functional area, in words; null where it can: 1–40 of A–Z, 0–9 and `_`. */
export const areaCodeFault = (code: string): string | null => {
  if (code === '') return 'Give the code of the area.';
  if (code.length > 40) return 'The code of an area has at most 40 characters.';
  if (/^[A-Z0-9_]+$/.test(code)) return null;
  return /^[A-Za-z0-9_]+$/.test(code)
    ? `The code of an area is written in capitals: ${code.toUpperCase()}.`
    : 'The code of an area is made of the letters A to Z, digits and _ only.';
};
